"""Layer normalization with TensorFlow."""

import numpy as np

from .._tensors import gradients, tf
from ._moments import normalized


def layer_norm(x, gamma, beta, *, eps=1e-5):
    """tf.nn.batch_normalization with the statistics of tf.nn.moments over the last axis."""
    return _layer(x, eps)(tf.constant(x), tf.constant(gamma), tf.constant(beta)).numpy()


def layer_norm_backward(dy, x, gamma, *, eps=1e-5):
    """The same through the tape."""
    return gradients(_layer(x, eps), dy, x, gamma, np.zeros_like(gamma))


def _layer(x, eps):
    return lambda x, gamma, beta: normalized(x, gamma, beta, [-1], eps)
