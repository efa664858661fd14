"""Normal numbers by ratios of uniform ones, orthonormal vectors by the inverse root of their products."""

import math

import _draws
import _initializers
import numpy as np
from _how import carried_out

globals().update(carried_out(_draws.Draw(_draws.ratio, _draws.random, _draws.by_polar_iteration), _initializers))


def truncated_normal_init(shape, *, mean=0.0, std=1.0, rng):
    """Uniform draws, of which the density keeps its share."""
    count, found = math.prod(shape), np.empty(0)
    while found.size < count:
        drawn = rng.uniform(-2, 2, 2 * (count - found.size) + 4)
        found = np.concatenate([found, drawn[rng.random(drawn.size) < np.exp(-(drawn**2) / 2)]])
    return mean + std * found[:count].reshape(shape)
