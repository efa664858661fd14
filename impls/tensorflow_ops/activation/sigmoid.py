"""The logistic sigmoid of TensorFlow."""

from .._tensors import gradient, tf


def sigmoid(x):
    """tf.math.sigmoid."""
    return tf.math.sigmoid(tf.constant(x)).numpy()


def sigmoid_backward(dy, x):
    """tf.math.sigmoid through the tape."""
    return gradient(tf.math.sigmoid, dy, x)
