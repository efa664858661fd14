"""LeCun's uniform weights in plain Python."""

import math

from ._draws import uniform
from ._shapes import checked, chosen_fan


def lecun_uniform_init(shape, *, rng):
    """The shape gives the spread, a list of draws the rest."""
    shape = checked(shape)
    limit = math.sqrt(3 / chosen_fan(shape, "in", ("in",)))
    return uniform(shape, -limit, limit, rng)
