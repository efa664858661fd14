"""The sigmoid-weighted linear unit of TensorFlow."""

from .._tensors import gradient, tf


def silu(x):
    """tf.nn.silu."""
    return tf.nn.silu(tf.constant(x)).numpy()


def silu_backward(dy, x):
    """tf.nn.silu through the tape."""
    return gradient(tf.nn.silu, dy, x)
