"""Uniform weights with numba."""

from ._draws import uniform
from ._shapes import check_range, checked


def uniform_init(shape, *, low, high, rng):
    """One compiled loop draws, scales and stores."""
    shape = checked(shape)
    check_range(low, high)
    return uniform(shape, low, high, rng)
