"""He's uniform weights with NumPy."""

import math

from ._draws import uniform
from ._shapes import checked, chosen_fan


def he_uniform_init(shape, *, rng, fan="in"):
    """One array of draws, scaled and moved in place."""
    shape = checked(shape)
    limit = math.sqrt(6 / chosen_fan(shape, fan, ("in", "out", "average")))
    return uniform(shape, -limit, limit, rng)
