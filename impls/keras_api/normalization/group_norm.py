"""The group normalization of Keras."""

import numpy as np

from .._tensors import array, keras, layer_gradients, ready, tensor


def group_norm(x, gamma, beta, *, groups, eps=1e-5):
    """keras.layers.GroupNormalization."""
    return array(normalization(x, gamma, beta, groups, eps)(tensor(x)))


def group_norm_backward(dy, x, gamma, *, groups, eps=1e-5):
    """keras.layers.GroupNormalization through the tape."""
    return layer_gradients(normalization(x, gamma, np.zeros_like(gamma), groups, eps), dy, x)


def normalization(x, gamma, beta, groups, eps):
    """The layer, whose channels are the axis after the batch."""
    return ready(keras.layers.GroupNormalization(groups, axis=1, epsilon=eps, dtype=x.dtype.name), x, gamma, beta)
