"""The Gaussian error linear unit of Keras."""

from .._tensors import array, gradient, keras, offer, tensor


def gelu(x, *, form="exact"):
    """keras.activations.gelu, which offers both forms."""
    return array(_unit(form)(tensor(x)))


def gelu_backward(dy, x, *, form="exact"):
    """keras.activations.gelu through the tape."""
    return gradient(_unit(form), dy, x)


def _unit(form):
    offer("form", form, "exact", "tanh")
    return lambda scores: keras.activations.gelu(scores, approximate=form == "tanh")
