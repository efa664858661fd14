"""LeCun's normal weights with numba."""

import math

from ._draws import normal
from ._shapes import checked, chosen_fan


def lecun_normal_init(shape, *, rng, tails="plain"):
    """One compiled pass draws, scales and stores."""
    shape = checked(shape)
    return normal(shape, math.sqrt(1 / chosen_fan(shape, "in", ("in",))), tails, rng)
