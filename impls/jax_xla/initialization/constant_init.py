"""Constant weights of JAX."""

import numpy as np

from ._draw import INITIALIZERS, draw


def constant_init(shape, *, value):
    """jax.nn.initializers.constant."""
    return draw(INITIALIZERS.constant(value), shape, np.random.default_rng(0))
