"""Xavier's normal weights in plain Python."""

import math

from ._draws import normal
from ._shapes import checked, chosen_fan


def xavier_normal_init(shape, *, rng, fan="average", tails="plain"):
    """The shape gives the spread, a list of draws the rest."""
    shape = checked(shape)
    return normal(shape, math.sqrt(1 / chosen_fan(shape, fan, ("average", "in"))), tails, rng)
