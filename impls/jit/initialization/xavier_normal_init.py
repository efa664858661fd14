"""Xavier's normal weights with numba."""

import math

from ._draws import normal
from ._shapes import checked, chosen_fan


def xavier_normal_init(shape, *, rng, fan="average", tails="plain"):
    """One compiled pass draws blocks that fit the fastest cache, scales and stores them."""
    shape = checked(shape)
    return normal(shape, math.sqrt(1 / chosen_fan(shape, fan, ("average", "in"))), tails, rng)
