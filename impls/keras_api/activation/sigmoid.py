"""The logistic sigmoid of Keras."""

from .._tensors import array, gradient, keras, tensor


def sigmoid(x):
    """keras.activations.sigmoid."""
    return array(keras.activations.sigmoid(tensor(x)))


def sigmoid_backward(dy, x):
    """keras.activations.sigmoid through the tape."""
    return gradient(keras.activations.sigmoid, dy, x)
