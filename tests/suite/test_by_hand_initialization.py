"""Initializers worked by hand: given the draws, a weight is one multiplication away."""

from collections.abc import Callable

import numpy as np
import pytest

from primcheck.reference.initialization.constant_init import constant_init
from primcheck.reference.initialization.he_normal_init import he_normal_init
from primcheck.reference.initialization.he_uniform_init import he_uniform_init
from primcheck.reference.initialization.lecun_normal_init import lecun_normal_init
from primcheck.reference.initialization.lecun_uniform_init import lecun_uniform_init
from primcheck.reference.initialization.normal_init import normal_init
from primcheck.reference.initialization.orthogonal_init import orthogonal_init
from primcheck.reference.initialization.truncated_normal_init import truncated_normal_init
from primcheck.reference.initialization.uniform_init import uniform_init
from primcheck.reference.initialization.xavier_normal_init import xavier_normal_init
from primcheck.reference.initialization.xavier_uniform_init import xavier_uniform_init

# The standard deviation of a standard normal number cut at ±2: √(1 − 4·φ(2)/(2Φ(2) − 1)) = √(1 − 4·0.0539910/0.9544997).
CUT = 0.87962566103423978


class Draws:
    """Stands in for a generator: every uniform draw is ¾; normal draws are 1, but the first time the first one is 3."""

    def __init__(self) -> None:
        """Start with the draw of 3 still to come."""
        self.first = 3.0

    def random(self, shape: tuple[int, ...]) -> np.ndarray:
        """Return ¾ everywhere."""
        return np.full(shape, 0.75)

    def standard_normal(self, shape: tuple[int, ...]) -> np.ndarray:
        """Return 1 everywhere but in the first place."""
        draws = np.ones(shape)
        draws.flat[0] = self.first
        self.first = 1.0
        return draws


def last(initializer: Callable[..., np.ndarray], shape: tuple[int, ...], **options: object) -> float:
    """Return the last weight, whose draw is 1 or ¾."""
    weights = initializer(shape, rng=Draws(), **options)
    assert weights.shape == shape
    assert weights.dtype == np.float64
    return weights.flat[-1]


def test_constant() -> None:
    """The value is everywhere, as a float, also where an integer is given."""
    np.testing.assert_array_equal(constant_init((2, 3), value=0.01), [[0.01] * 3] * 2)
    weights = constant_init((2,), value=3)

    np.testing.assert_array_equal(weights, [3.0, 3.0])
    assert weights.dtype == np.float64


def test_normal() -> None:
    """mean + std·z: 5 + 0.5·1 = 5.5, and 5 + 0.5·3 = 6.5 in the first place."""
    np.testing.assert_array_equal(normal_init((2, 2), mean=5.0, std=0.5, rng=Draws()), [[6.5, 5.5], [5.5, 5.5]])


def test_uniform() -> None:
    """low + (high − low)·u: −1 + 4·¾ = 2."""
    np.testing.assert_array_equal(uniform_init((1, 2), low=-1.0, high=3.0, rng=Draws()), [[2, 2]])


def test_he_normal() -> None:
    """√(2/fan): dense (8, 32) has fan_in 8, fan_out 32 and average 20; √(2/8) = ½, √(2/32) = ¼, √(2/20) = √0.1."""
    assert last(he_normal_init, (8, 32)) == 0.5
    assert last(he_normal_init, (8, 32), fan="out") == 0.25
    np.testing.assert_allclose(last(he_normal_init, (8, 32), fan="average"), np.sqrt(0.1), rtol=1e-12)


def test_he_normal_of_a_convolution() -> None:
    """(4, 2, 2, 2) has 2·2·2 = 8 in and 4·2·2 = 16 out: √(2/8) = ½ and √(2/16) = √⅛."""
    assert last(he_normal_init, (4, 2, 2, 2)) == 0.5
    np.testing.assert_allclose(last(he_normal_init, (4, 2, 2, 2), fan="out"), np.sqrt(0.125), rtol=1e-12)


@pytest.mark.parametrize("initializer", [he_normal_init, xavier_normal_init])
def test_truncated_tails(initializer: Callable[..., np.ndarray]) -> None:
    """The draw of 3 lies beyond 2 and is drawn again, as 1; all are widened by 1/0.8796."""
    weights = initializer((8, 8), rng=Draws(), tails="truncated")
    plain = initializer((8, 8), rng=Draws(), tails="plain")

    assert plain[0, 0] == 3 * plain[0, 1]
    np.testing.assert_allclose(weights, plain[0, 1] / CUT, rtol=1e-12)


def test_the_deviation_after_the_cut() -> None:
    """A million redrawn draws, divided by 0.8796, have the standard deviation 1, within five standard errors."""
    draws = he_normal_init((2, 500_000), rng=np.random.default_rng(9), tails="truncated")

    # √(2/2) = 1. The standard error of a standard deviation is below that of normal draws, 1/√(2n) = 0.0007.
    assert abs(draws.std() - 1) < 0.0036
    assert np.abs(draws).max() <= 2 / CUT


def test_he_uniform() -> None:
    """√(6/fan)·(2·¾ − 1): fans 24, 6 and 15 give √¼/2 = ¼, √1/2 = ½ and √0.4/2."""
    assert last(he_uniform_init, (24, 6)) == 0.25
    assert last(he_uniform_init, (24, 6), fan="out") == 0.5
    np.testing.assert_allclose(last(he_uniform_init, (24, 6), fan="average"), np.sqrt(0.4) / 2, rtol=1e-12)


def test_xavier_normal() -> None:
    """√(1/fan): dense (4, 28) has the average 16 and fan_in 4: ¼ and ½."""
    assert last(xavier_normal_init, (4, 28)) == 0.25
    assert last(xavier_normal_init, (4, 28), fan="in") == 0.5


def test_xavier_normal_of_half_a_connection() -> None:
    """Dense (2, 3) has the average 2½: √(1/2.5) = √0.4."""
    np.testing.assert_allclose(last(xavier_normal_init, (2, 3)), np.sqrt(0.4), rtol=1e-12)


def test_xavier_uniform() -> None:
    """√(3/fan)·(2·¾ − 1): dense (3, 21) has the average 12 and fan_in 3: √¼/2 = ¼ and √1/2 = ½."""
    assert last(xavier_uniform_init, (3, 21)) == 0.25
    assert last(xavier_uniform_init, (3, 21), fan="in") == 0.5


def test_xavier_uniform_of_a_convolution() -> None:
    """(2, 1, 2, 3, 4): 24 in and 48 out, average 36: √(3/36)/2 = √(1/48); fan_in alone gives √(3/24)/2 = √(1/32)."""
    np.testing.assert_allclose(last(xavier_uniform_init, (2, 1, 2, 3, 4)), np.sqrt(1 / 48), rtol=1e-12)
    np.testing.assert_allclose(last(xavier_uniform_init, (2, 1, 2, 3, 4), fan="in"), np.sqrt(1 / 32), rtol=1e-12)


@pytest.mark.parametrize("shape", [(6, 4), (4, 3, 2, 5), (4, 3, 5), (4, 3, 2, 1, 3)])
def test_fans_agree_with_pytorch(shape: tuple[int, ...]) -> None:
    """PyTorch counts the same fans; its dense weights are (out, in)."""
    torch = pytest.importorskip("torch")
    theirs = torch.empty(shape[::-1] if len(shape) == 2 else shape, dtype=torch.float64)
    fan_in, fan_out = torch.nn.init._calculate_fan_in_and_fan_out(theirs)

    np.testing.assert_allclose(last(he_normal_init, shape), np.sqrt(2 / fan_in), rtol=1e-12)
    np.testing.assert_allclose(last(he_normal_init, shape, fan="out"), np.sqrt(2 / fan_out), rtol=1e-12)
    np.testing.assert_allclose(last(xavier_normal_init, shape), np.sqrt(2 / (fan_in + fan_out)), rtol=1e-12)


def test_truncated_normal() -> None:
    """The draw of 3 lies outside and is drawn again as 1: 5 + 0.5·1; with unit variance 0.5/0.8796… is the width."""
    np.testing.assert_array_equal(truncated_normal_init((2, 1), mean=5.0, std=0.5, rng=Draws()), [[5.5], [5.5]])
    assert last(truncated_normal_init, (2, 1), std=0.5, scale="unit_variance") == pytest.approx(0.5 / CUT, rel=1e-12)


def test_lecun() -> None:
    """fan_in is 4 for (4, 3): σ = ½, the limit √(3/4), half of which a draw of ¾ gives; 2·3·3 = 18 for a kernel."""
    assert last(lecun_normal_init, (4, 3)) == pytest.approx(0.5, rel=1e-12)
    assert last(lecun_normal_init, (4, 3), tails="truncated") == pytest.approx(0.5 / CUT, rel=1e-12)
    assert last(lecun_uniform_init, (4, 3)) == pytest.approx(np.sqrt(3) / 4, rel=1e-12)
    assert last(lecun_uniform_init, (5, 2, 3, 3)) == pytest.approx(np.sqrt(3 / 18) / 2, rel=1e-12)


def test_orthogonal() -> None:
    """Of the column of draws (3, 1, 1, 1) only the direction is left, of length 2: each is divided by √12 and doubled."""
    expected = np.array([[3.0], [1.0], [1.0], [1.0]]) * 2 / np.sqrt(12)
    np.testing.assert_allclose(orthogonal_init((4, 1), gain=2.0, rng=Draws()), expected, rtol=1e-12)
    np.testing.assert_allclose(orthogonal_init((1, 2, 2), gain=2.0, rng=Draws()), expected.reshape(1, 2, 2), rtol=1e-12)
