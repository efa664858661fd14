"""Xavier's uniform weights with NumPy."""

import math

from ._draws import uniform
from ._shapes import checked, chosen_fan


def xavier_uniform_init(shape, *, rng, fan="average"):
    """One array of draws, scaled and moved in place."""
    shape = checked(shape)
    limit = math.sqrt(3 / chosen_fan(shape, fan, ("average", "in")))
    return uniform(shape, -limit, limit, rng)
