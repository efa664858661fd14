"""Orthogonal weights with Keras."""

import numpy as np

from .._tensors import keras, seed
from ._weights import drawn


def orthogonal_init(shape, *, gain=1.0, rng):
    """keras.initializers.Orthogonal, which flattens to (rest, last) where the suite has (first, rest)."""
    turned = drawn(keras.initializers.Orthogonal(gain, seed(rng)), (*shape[1:], shape[0]))
    return np.moveaxis(turned, -1, 0).copy()
