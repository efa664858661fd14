"""Group normalization with TensorFlow."""

import numpy as np

from .._tensors import gradients, tf
from ._moments import normalized


def group_norm(x, gamma, beta, *, groups, eps=1e-5):
    """tf.nn.batch_normalization with the statistics of tf.nn.moments over the channels of a group."""
    return layer(x, groups, eps)(tf.constant(x), tf.constant(gamma), tf.constant(beta)).numpy()


def group_norm_backward(dy, x, gamma, *, groups, eps=1e-5):
    """The same through the tape."""
    return gradients(layer(x, groups, eps), dy, x, gamma, np.zeros_like(gamma))


def layer(x, groups, eps):
    """Normalize x in groups of channels."""
    n, channels, *size = x.shape
    if groups < 1 or channels % groups:
        raise ValueError(f"groups must divide the {channels} channels, got {groups}")
    shape = (n, groups, channels // groups, *size)
    affine = (1, *shape[1:3], *(1 for _ in size))
    axes = list(range(2, len(shape)))
    return lambda x, gamma, beta: tf.reshape(
        normalized(tf.reshape(x, shape), tf.reshape(gamma, affine), tf.reshape(beta, affine), axes, eps), x.shape
    )
