"""Xavier's uniform weights in plain Python."""

import math

from ._draws import uniform
from ._shapes import checked, chosen_fan


def xavier_uniform_init(shape, *, rng, fan="average"):
    """The shape gives the limit, a list of draws the rest."""
    shape = checked(shape)
    limit = math.sqrt(3 / chosen_fan(shape, fan, ("average", "in")))
    return uniform(shape, -limit, limit, rng)
