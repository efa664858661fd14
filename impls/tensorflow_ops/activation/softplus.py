"""The softplus of TensorFlow."""

from .._tensors import gradient, tf


def softplus(x):
    """tf.math.softplus."""
    return tf.math.softplus(tf.constant(x)).numpy()


def softplus_backward(dy, x):
    """tf.math.softplus through the tape."""
    return gradient(tf.math.softplus, dy, x)
