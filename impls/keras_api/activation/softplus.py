"""The softplus of Keras."""

from .._tensors import array, gradient, keras, tensor


def softplus(x):
    """keras.activations.softplus."""
    return array(keras.activations.softplus(tensor(x)))


def softplus_backward(dy, x):
    """keras.activations.softplus through the tape."""
    return gradient(keras.activations.softplus, dy, x)
