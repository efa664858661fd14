"""The Gaussian error linear unit of TensorFlow."""

from .._tensors import gradient, offer, tf


def gelu(x, *, form="exact"):
    """tf.nn.gelu, which offers both forms."""
    return _unit(form)(tf.constant(x)).numpy()


def gelu_backward(dy, x, *, form="exact"):
    """tf.nn.gelu through the tape."""
    return gradient(_unit(form), dy, x)


def _unit(form):
    offer("form", form, "exact", "tanh")
    return lambda scores: tf.nn.gelu(scores, approximate=form == "tanh")
