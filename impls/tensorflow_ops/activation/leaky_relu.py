"""The leaky rectified linear unit of TensorFlow."""

from .._tensors import gradient, offer, tf


def leaky_relu(x, *, slope=0.01):
    """tf.nn.leaky_relu."""
    return tf.nn.leaky_relu(tf.constant(x), slope).numpy()


def leaky_relu_backward(dy, x, *, slope=0.01, at_zero="slope"):
    """tf.nn.leaky_relu through the tape, which counts 0 as negative."""
    offer("at_zero", at_zero, "slope")
    return gradient(lambda scores: tf.nn.leaky_relu(scores, slope), dy, x)
