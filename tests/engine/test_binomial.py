"""Bounds on a probability from a count: exact, and they hold as often as they say."""

import math

import pytest

from primcheck.calibration.binomial import lower, tail, upper


def term(k: int, n: int, p: float) -> float:
    """Return P(X = k) by the definition."""
    return math.comb(n, k) * p**k * (1 - p) ** (n - k)


@pytest.mark.parametrize("p", [1e-6, 0.05, 0.3, 0.5, 0.97])
@pytest.mark.parametrize("k", [1, 2, 7, 20, 39, 40])
def test_a_tail_is_the_sum_of_its_terms(k: int, p: float) -> None:
    """P(X ≥ k) is what the definition gives, small tails as well as large ones."""
    assert tail(k, 40, p) == pytest.approx(math.fsum(term(j, 40, p) for j in range(k, 41)), rel=1e-9)


def test_the_ends_of_a_tail() -> None:
    """Nothing is certain to be exceeded, and nobody hits more often than he tries."""
    assert (tail(0, 9, 0.1), tail(10, 9, 0.9), tail(1, 9, 0.0), tail(9, 9, 1.0)) == (1.0, 0.0, 0.0, 1.0)


def test_many_trials() -> None:
    """With 200,000 trials the terms neither overflow nor lose their digits: the bounds lie 3.1 deviations off."""
    n, k = 200_000, 10_000
    deviation = math.sqrt(k / n * (1 - k / n) / n)
    assert (upper(k, n) - k / n) / deviation == pytest.approx(3.09, abs=0.04)
    assert (k / n - lower(k, n)) / deviation == pytest.approx(3.09, abs=0.04)


def test_none_and_all_have_a_closed_form() -> None:
    """None of n: (1 − p)ⁿ = doubt. All of n: pⁿ = doubt."""
    assert upper(0, 5000) == pytest.approx(1 - 1e-3 ** (1 / 5000), rel=1e-9)
    assert lower(100, 100) == pytest.approx(1e-3 ** (1 / 100), rel=1e-9)
    assert (lower(0, 7), upper(7, 7)) == (0.0, 1.0)


def test_a_published_interval() -> None:
    """10 of 100 at 95 % is 0.0490 to 0.1762, as tables of Clopper and Pearson's interval have it."""
    assert lower(10, 100, 0.025) == pytest.approx(0.0490, abs=5e-5)
    assert upper(10, 100, 0.025) == pytest.approx(0.1762, abs=5e-5)


@pytest.mark.parametrize("p", [0.01, 0.05, 0.2, 0.5, 0.9])
def test_a_bound_is_wrong_no_more_often_than_it_says(p: float) -> None:
    """Summed over all counts of 30 trials, the chance that a bound leaves the true probability out is below the doubt."""
    chances = [term(k, 30, p) for k in range(31)]
    assert math.fsum(c for k, c in enumerate(chances) if lower(k, 30, 0.05) > p) <= 0.05
    assert math.fsum(c for k, c in enumerate(chances) if upper(k, 30, 0.05) < p) <= 0.05
