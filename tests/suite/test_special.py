"""Special functions of the reference: right to the last digits of extended precision, and one rounding under noise."""

import math

import numpy as np
import pytest

from primcheck.extended import Extended, extend, noise
from primcheck.reference._special import erf, pi_like

# To 30 digits, by mpmath 1.3 at 40; the one at 1 stands in the Digital Library of Mathematical Functions, §7.23, to 10.
KNOWN = [
    ("0.0009765625", "0.00110193243007181470417125349612"),
    ("0.125", "0.140316204801333817393029446522"),
    ("0.5", "0.520499877813046537682746653892"),
    ("0.84375", "0.767225661232341633458978160274"),
    ("1", "0.842700792949714869341220635083"),
    ("1.5", "0.966105146475310727066976261646"),
    ("2", "0.995322265018952734162069256367"),
    ("2.5", "0.99959304798255504106043578426"),
    ("3", "0.99997790950300141455862722387"),
    ("4", "0.99999998458274209971998114784"),
    ("5", "0.99999999999846254020557196515"),
    ("6", "0.999999999999999978480263287501"),
    ("6.5", "0.999999999999999999961578516729"),
]


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.longdouble])
@pytest.mark.parametrize(("x", "expected"), KNOWN, ids=[x for x, _ in KNOWN])
def test_error_function(x: str, expected: str, dtype: type) -> None:
    """The arguments are exact in each precision; eight roundings are allowed, on either side of 0."""
    right = np.longdouble(expected)
    for sign in (1, -1):
        found = erf(np.array(sign * np.longdouble(x), dtype=dtype))
        assert found.dtype == dtype
        assert abs(found.astype(np.longdouble) - sign * right) <= 8 * np.finfo(dtype).eps * right


def test_error_function_of_what_is_special() -> None:
    """Odd in 0, ±1 at the ends and far out, NaN for NaN, any shape."""
    x = np.array([[0.0, -0.0, 7.0], [np.inf, -np.inf, np.nan]], dtype=np.longdouble)
    np.testing.assert_array_equal(erf(x), [[0, 0, 1], [1, -1, np.nan]])
    assert np.signbit(erf(x))[0, 1]
    assert erf(np.zeros((0, 3))).shape == (0, 3)


def test_error_function_agrees_with_the_standard_library() -> None:
    """math.erf is right to a unit in the last place, ours to some more."""
    x = np.linspace(-7, 7, 1001)
    expected = np.array([math.erf(value) for value in x.tolist()])
    np.testing.assert_allclose(erf(x), expected, rtol=8 * 2.0**-52)


def test_error_function_of_the_vectorized_technique() -> None:
    """Its polynomials keep what they promise: 2 units in the last place, and one more for those of math.erf."""
    from primcheck.impls.vectorized.activation._erf import erf as polynomials

    x = np.linspace(-7, 7, 20_001)
    expected = np.array([math.erf(value) for value in x.tolist()])
    np.testing.assert_array_less(np.abs(polynomials(x) - expected), 3 * np.spacing(np.abs(expected)) + 1e-300)
    np.testing.assert_array_equal(polynomials(np.array([np.inf, -np.inf, np.nan, 0])), [1, -1, np.nan, 0])


def test_error_function_rounds_once_under_noise() -> None:
    """The result moves by at most one unit roundoff, and does move: its inside is not counted step by step."""
    x = extend(np.linspace(-3, 3, 60), rounds=False)
    u = 2.0**-24
    quiet = erf(x)
    with noise(u, np.random.default_rng(0)) as decisions:
        noisy = erf(x)
    assert isinstance(noisy, Extended)
    assert decisions == []
    moved = np.abs(np.asarray(noisy.view(np.ndarray) / quiet.view(np.ndarray) - 1))
    # Uniform in ±u: of 60, some come close to it and none beyond.
    assert 0.9 * u < moved.max() <= 1.0001 * u
    assert 0.3 * u < np.median(moved) < 0.7 * u


def test_pi() -> None:
    """π in the precision of its argument, to a unit in the last place."""
    for dtype in (np.float32, np.float64, np.longdouble):
        right = np.longdouble("3.14159265358979323846264338328")
        found = pi_like(np.zeros(2, dtype=dtype))
        assert found.dtype == dtype
        assert np.all(np.abs(found.astype(np.longdouble) - right) <= np.finfo(dtype).eps * right)
