"""The layer normalization of Keras."""

import numpy as np

from .._tensors import array, keras, layer_gradients, ready, tensor


def layer_norm(x, gamma, beta, *, eps=1e-5):
    """keras.layers.LayerNormalization."""
    return array(_layer(x, gamma, beta, eps)(tensor(x)))


def layer_norm_backward(dy, x, gamma, *, eps=1e-5):
    """keras.layers.LayerNormalization through the tape."""
    return layer_gradients(_layer(x, gamma, np.zeros_like(gamma), eps), dy, x)


def _layer(x, gamma, beta, eps):
    return ready(keras.layers.LayerNormalization(epsilon=eps, dtype=x.dtype.name), x, gamma, beta)
