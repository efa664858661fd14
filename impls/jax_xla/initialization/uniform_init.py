"""Uniform weights of JAX."""

import jax
import numpy as np

from .._arrays import as_numpy
from ._draw import key


def uniform_init(shape, *, low, high, rng):
    """jax.random.uniform; jax.nn.initializers.uniform starts at 0."""
    return as_numpy(jax.random.uniform(key(rng), tuple(shape), np.float64, low, high))
