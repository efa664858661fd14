"""Monte Carlo dropout worked by hand: the masks are drawn, what they do to mean and spread is not."""

import numpy as np
import pytest

from primcheck.reference.dropout.monte_carlo_dropout import monte_carlo_dropout


class Draws:
    """Stands in for a generator and returns numbers chosen by hand, one call after the other."""

    def __init__(self, *draws: list[list[float]]) -> None:
        self.draws = iter(draws)

    def random(self, shape: tuple[int, ...]) -> np.ndarray:
        """Return the next numbers."""
        return np.array(next(self.draws)).reshape(shape)


def test_two_samples() -> None:
    """At p = ½ the kept inputs double. The examples are (1, 3) and (−2, 5), the units 2x₁ + x₂ + 10 and x₂ − x₁."""
    x, w, b = np.array([[1.0, 3.0], [-2.0, 5.0]]), np.array([[2.0, -1.0], [1.0, 1.0]]), np.array([10.0, 0.0])
    # The first sample keeps x₁ of the first example and both of the second, the other one only x₂ of the first.
    rng = Draws([[0.5, 0.1], [0.9, 0.7]], [[0.2, 0.6], [0.3, 0.4]])
    mean, std = monte_carlo_dropout(x, w, b, rate=0.5, samples=2, rng=rng)  # type: ignore[arg-type]  # all it asks for

    # First example: (2, 0) gives 14, −2 and (0, 6) gives 16, 6. Second: (−4, 10) gives 12, 14 and (0, 0) gives 10, 0.
    np.testing.assert_array_equal(mean, [[15, 2], [11, 7]])
    # Two numbers lie half their distance from their mean.
    np.testing.assert_array_equal(std, [[1, 4], [1, 7]])


def test_four_samples() -> None:
    """One input of 3 at p = ¼ gives 4 when kept, three times of four: mean 3, variance (3·1² + 3²)/4 = 3."""
    rng = Draws([[0.25]], [[0.5]], [[0.2]], [[0.9]])
    one = np.ones((1, 1))
    mean, std = monte_carlo_dropout(3 * one, one, np.zeros(1), rate=0.25, samples=4, rng=rng)  # type: ignore[arg-type]  # as above

    np.testing.assert_array_equal(mean, [[3]])
    np.testing.assert_array_equal(std, [[np.sqrt(3.0)]])


def test_one_sample_and_none_dropped() -> None:
    """Without dropout the mean is x w + b; one sample has no spread."""
    x, w, b = np.array([[1.0, 2.0]]), np.array([[3.0], [4.0]]), np.array([5.0])
    mean, std = monte_carlo_dropout(x, w, b, rate=0.0, samples=1, rng=np.random.default_rng(0))

    np.testing.assert_array_equal(mean, [[16]])
    np.testing.assert_array_equal(std, [[0]])


def test_mean_and_spread_of_many_samples() -> None:
    """y has the mean x w + b and the variance p/(1 − p)·Σ(xᵢwᵢ)²: 1·2 + 2·(−1) + 1 = 1 and ¼·(4 + 4) = 2."""
    x, w, b = np.array([[1.0, 2.0]]), np.array([[2.0], [-1.0]]), np.array([1.0])
    mean, std = monte_carlo_dropout(x, w, b, rate=0.2, samples=40_000, rng=np.random.default_rng(1))

    # The mean of 40,000 samples scatters by √2/200 = 0.007; six times that is 0.042.
    np.testing.assert_allclose(mean, [[1]], atol=0.042)
    np.testing.assert_allclose(std, [[np.sqrt(2)]], atol=0.042)


@pytest.mark.parametrize("samples", [0, -1])
def test_no_samples_are_refused(samples: int) -> None:
    """There is no mean over nothing."""
    x = np.ones((2, 2))
    with pytest.raises(ValueError, match="samples"):
        monte_carlo_dropout(x, x, np.zeros(2), rate=0.5, samples=samples, rng=np.random.default_rng(0))
