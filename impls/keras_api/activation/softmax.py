"""The softmax of Keras."""

from .._tensors import array, gradient, keras, tensor


def softmax(x, *, axis=-1):
    """keras.activations.softmax."""
    return array(keras.activations.softmax(tensor(x), axis))


def softmax_backward(dy, x, *, axis=-1):
    """keras.activations.softmax through the tape."""
    return gradient(lambda scores: keras.activations.softmax(scores, axis), dy, x)
