"""LeCun's uniform weights with numba."""

import math

from ._draws import uniform
from ._shapes import checked, chosen_fan


def lecun_uniform_init(shape, *, rng):
    """One compiled pass draws, scales and stores."""
    shape = checked(shape)
    limit = math.sqrt(3 / chosen_fan(shape, "in", ("in",)))
    return uniform(shape, -limit, limit, rng)
