"""The leaky rectified linear unit of Keras."""

from .._tensors import array, gradient, keras, offer, tensor


def leaky_relu(x, *, slope=0.01):
    """keras.activations.leaky_relu."""
    return array(keras.activations.leaky_relu(tensor(x), slope))


def leaky_relu_backward(dy, x, *, slope=0.01, at_zero="slope"):
    """keras.activations.leaky_relu through the tape; it counts 0 as negative on TensorFlow."""
    offer("at_zero", at_zero, "slope")
    return gradient(lambda scores: keras.activations.leaky_relu(scores, slope), dy, x)
