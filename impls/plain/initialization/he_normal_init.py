"""He's normal weights in plain Python."""

import math

from ._draws import normal
from ._shapes import checked, chosen_fan


def he_normal_init(shape, *, rng, fan="in", tails="plain"):
    """The shape gives the spread, a list of draws the rest."""
    shape = checked(shape)
    return normal(shape, math.sqrt(2 / chosen_fan(shape, fan, ("in", "out", "average"))), tails, rng)
