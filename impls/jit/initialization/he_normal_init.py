"""He's normal weights with numba."""

import math

from ._draws import normal
from ._shapes import checked, chosen_fan


def he_normal_init(shape, *, rng, fan="in", tails="plain"):
    """One compiled pass draws blocks that fit the fastest cache, scales and stores them."""
    shape = checked(shape)
    return normal(shape, math.sqrt(2 / chosen_fan(shape, fan, ("in", "out", "average"))), tails, rng)
