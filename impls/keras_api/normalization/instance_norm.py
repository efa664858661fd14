"""The instance normalization of Keras: groups of one channel."""

import numpy as np

from .._tensors import array, layer_gradients, tensor
from .group_norm import normalization

EVERY_CHANNEL = -1


def instance_norm(x, gamma, beta, *, eps=1e-5):
    """keras.layers.GroupNormalization."""
    return array(normalization(x, gamma, beta, EVERY_CHANNEL, eps)(tensor(x)))


def instance_norm_backward(dy, x, gamma, *, eps=1e-5):
    """keras.layers.GroupNormalization through the tape."""
    return layer_gradients(normalization(x, gamma, np.zeros_like(gamma), EVERY_CHANNEL, eps), dy, x)
