"""The exponential linear unit of Keras."""

from .._tensors import array, gradient, keras, tensor


def elu(x, *, alpha=1.0):
    """keras.activations.elu."""
    return array(keras.activations.elu(tensor(x), alpha))


def elu_backward(dy, x, *, alpha=1.0):
    """keras.activations.elu through the tape."""
    return gradient(lambda scores: keras.activations.elu(scores, alpha), dy, x)
