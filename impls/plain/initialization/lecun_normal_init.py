"""LeCun's normal weights in plain Python."""

import math

from ._draws import normal
from ._shapes import checked, chosen_fan


def lecun_normal_init(shape, *, rng, tails="plain"):
    """The shape gives the spread, a list of draws the rest."""
    shape = checked(shape)
    return normal(shape, math.sqrt(1 / chosen_fan(shape, "in", ("in",))), tails, rng)
