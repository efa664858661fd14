"""The sigmoid-weighted linear unit of Keras."""

from .._tensors import array, gradient, keras, tensor


def silu(x):
    """keras.activations.silu."""
    return array(keras.activations.silu(tensor(x)))


def silu_backward(dy, x):
    """keras.activations.silu through the tape."""
    return gradient(keras.activations.silu, dy, x)
