"""The hyperbolic tangent of Keras."""

from .._tensors import array, gradient, keras, tensor


def tanh(x):
    """keras.activations.tanh."""
    return array(keras.activations.tanh(tensor(x)))


def tanh_backward(dy, x):
    """keras.activations.tanh through the tape."""
    return gradient(keras.activations.tanh, dy, x)
