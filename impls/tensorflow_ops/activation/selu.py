"""The scaled exponential linear unit of TensorFlow."""

from .._tensors import gradient, offer, tf


def selu(x):
    """tf.nn.selu."""
    return tf.nn.selu(tf.constant(x)).numpy()


def selu_backward(dy, x, *, at_zero="lambda"):
    """tf.nn.selu through the tape, which has slope λ at 0."""
    offer("at_zero", at_zero, "lambda")
    return gradient(tf.nn.selu, dy, x)
