"""Uniform weights in plain Python."""

from ._draws import uniform
from ._shapes import check_range, checked


def uniform_init(shape, *, low, high, rng):
    """One line per number: stretch a draw from [0, 1), then move it."""
    shape = checked(shape)
    check_range(low, high)
    return uniform(shape, low, high, rng)
