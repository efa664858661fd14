"""Normal numbers by the inverse of their distribution function, orthonormal vectors by reflections."""

import math
from statistics import NormalDist

import _draws
import _initializers
import numpy as np
from _how import carried_out

globals().update(carried_out(_draws.Draw(_draws.inverse, _draws.antithetic, _draws.by_reflections), _initializers))


def truncated_normal_init(shape, *, mean=0.0, std=1.0, rng):
    """The inverse of the distribution function, of shares between those of both ends."""
    law = NormalDist()
    low, high = law.cdf(-2), law.cdf(2)
    shares = rng.uniform(low, high, math.prod(shape)).tolist()
    return mean + std * np.array([law.inv_cdf(share) for share in shares]).reshape(shape)
