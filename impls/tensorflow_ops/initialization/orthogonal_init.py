"""Orthogonal weights with TensorFlow."""

import numpy as np

from .._tensors import tf
from ._seed import seed


def orthogonal_init(shape, *, gain=1.0, rng):
    """tf.compat.v1.orthogonal_initializer, which flattens to (rest, last) where the suite has (first, rest)."""
    turned = tf.compat.v1.orthogonal_initializer(gain, seed(rng))((*shape[1:], shape[0]), tf.float64)
    return np.moveaxis(turned.numpy(), -1, 0).copy()
