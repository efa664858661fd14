"""The scaled exponential linear unit of Keras."""

from .._tensors import array, gradient, keras, offer, tensor


def selu(x):
    """keras.activations.selu."""
    return array(keras.activations.selu(tensor(x)))


def selu_backward(dy, x, *, at_zero="lambda"):
    """keras.activations.selu through the tape; it has slope λ at 0 on TensorFlow."""
    offer("at_zero", at_zero, "lambda")
    return gradient(keras.activations.selu, dy, x)
