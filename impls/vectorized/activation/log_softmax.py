"""The logarithm of softmax in NumPy."""

import numpy as np

from ._checks import require_axis, require_same_shape
from .softmax import softmax


def log_softmax(x, *, axis=-1):
    """One logarithm for a whole line; the exponentials are needed for their sum only."""
    require_axis(axis, x)
    with np.errstate(invalid="ignore"):
        y = np.asarray(x - x.max(axis=axis, keepdims=True, initial=-np.inf))
    y -= np.log(np.exp(y).sum(axis=axis, keepdims=True))
    return y


def log_softmax_backward(dy, x, *, axis=-1):
    """The probabilities become the gradient in place: no Jacobian is ever formed."""
    require_same_shape(dy, x)
    dx = softmax(x, axis=axis)
    dx *= dy.sum(axis=axis, keepdims=True)
    np.subtract(dy, dx, out=dx)
    return dx
