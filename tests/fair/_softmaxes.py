"""Softmax and its logarithm."""

import numpy as np


def softmax(how, x, *, axis=-1):
    """Exponentials by their sum."""
    exponentials = how.exp(_shifted(x, axis))
    return exponentials / how.total(exponentials, axis, keepdims=True)


def softmax_backward(how, dy, x, *, axis=-1):
    """The gradient, less its average, by the probabilities."""
    y = softmax(how, x, axis=axis)
    return y * (dy - how.total(dy * y, axis, keepdims=True))


def log_softmax(how, x, *, axis=-1):
    """The scores, less the logarithm of their exponentials' sum."""
    shifted = _shifted(x, axis)
    return shifted - how.log(how.total(how.exp(shifted), axis, keepdims=True))


def log_softmax_backward(how, dy, x, *, axis=-1):
    """The gradient, less its sum by the probabilities."""
    return dy - softmax(how, x, axis=axis) * how.total(dy, axis, keepdims=True)


def _shifted(x, axis):
    return x - np.max(x, axis=axis, keepdims=True, initial=-np.inf)
