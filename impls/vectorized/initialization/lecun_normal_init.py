"""LeCun's normal weights with NumPy."""

import math

from ._draws import normal
from ._shapes import checked, chosen_fan


def lecun_normal_init(shape, *, rng, tails="plain"):
    """One array of draws, scaled in place."""
    shape = checked(shape)
    return normal(shape, math.sqrt(1 / chosen_fan(shape, "in", ("in",))), tails, rng)
