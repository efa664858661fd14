"""The exponential linear unit in NumPy."""

import numpy as np

from ._checks import require_not_negative, require_same_shape


def elu(x, *, alpha=1.0):
    """One temporary for the bent side, which is 0 where x is positive: the straight side is added, not selected."""
    require_not_negative("alpha", alpha)
    y = np.asarray(np.minimum(x, 0))
    np.expm1(y, out=y)
    y *= alpha
    y += np.maximum(x, 0)
    return y


def elu_backward(dy, x, *, alpha=1.0):
    """One array of slopes, multiplied in place; gradients that pass unchanged are copied over it."""
    require_same_shape(dy, x)
    require_not_negative("alpha", alpha)
    dx = np.asarray(np.minimum(x, 0))
    np.exp(dx, out=dx)
    dx *= alpha
    dx *= dy
    np.copyto(dx, dy, where=x > 0)
    return dx
