"""The rectified linear unit of Keras."""

from .._tensors import array, gradient, keras, offer, tensor


def relu(x):
    """keras.activations.relu."""
    return array(keras.activations.relu(tensor(x)))


def relu_backward(dy, x, *, at_zero="zero"):
    """keras.activations.relu through the tape; it has slope 0 at 0 on TensorFlow."""
    offer("at_zero", at_zero, "zero")
    return gradient(keras.activations.relu, dy, x)
