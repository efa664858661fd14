"""The logarithm of softmax of TensorFlow."""

from .._tensors import gradient, tf


def log_softmax(x, *, axis=-1):
    """tf.nn.log_softmax."""
    return tf.nn.log_softmax(tf.constant(x), axis).numpy()


def log_softmax_backward(dy, x, *, axis=-1):
    """tf.nn.log_softmax through the tape."""
    return gradient(lambda scores: tf.nn.log_softmax(scores, axis), dy, x)
