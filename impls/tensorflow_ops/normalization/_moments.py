"""TensorFlow's two halves of every normalization: the moments, and what is done with them."""

from .._tensors import tf


def normalized(x, gamma, beta, axes, eps):
    """tf.nn.batch_normalization with the statistics of tf.nn.moments."""
    mean, variance = tf.nn.moments(x, axes, keepdims=True)
    return tf.nn.batch_normalization(x, mean, variance, beta, gamma, eps)
