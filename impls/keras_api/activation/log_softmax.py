"""The logarithm of softmax of Keras."""

from .._tensors import array, gradient, keras, tensor


def log_softmax(x, *, axis=-1):
    """keras.activations.log_softmax."""
    return array(keras.activations.log_softmax(tensor(x), axis))


def log_softmax_backward(dy, x, *, axis=-1):
    """keras.activations.log_softmax through the tape."""
    return gradient(lambda scores: keras.activations.log_softmax(scores, axis), dy, x)
