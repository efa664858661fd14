"""Uniform weights with NumPy."""

from ._draws import uniform
from ._shapes import check_range, checked


def uniform_init(shape, *, low, high, rng):
    """One array of draws, scaled and moved in place."""
    shape = checked(shape)
    check_range(low, high)
    return uniform(shape, low, high, rng)
