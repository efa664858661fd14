"""Normal weights with numba."""

from ._draws import normal
from ._shapes import check_std, checked


def normal_init(shape, *, mean=0.0, std=1.0, rng):
    """One compiled pass draws blocks that fit the fastest cache, scales, moves and stores them."""
    shape = checked(shape)
    check_std(std)
    return normal(shape, std, "plain", rng, mean)
