"""Normal weights in plain Python."""

import math

from ._draws import array
from ._shapes import check_std, checked


def normal_init(shape, *, mean=0.0, std=1.0, rng):
    """One line per number: stretch a standard draw, then move it."""
    shape = checked(shape)
    check_std(std)
    return array([mean + std * draw for draw in rng.standard_normal(math.prod(shape)).tolist()], shape)
