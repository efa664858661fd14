"""The hyperbolic tangent in NumPy."""

import numpy as np

from ._checks import require_same_shape


def tanh(x):
    """One ufunc, one pass."""
    return np.tanh(x)


def tanh_backward(dy, x):
    """One temporary, in which the output becomes the slope and then the gradient."""
    require_same_shape(dy, x)
    dx = np.asarray(np.tanh(x))
    dx *= dx
    np.subtract(1, dx, out=dx)
    dx *= dy
    return dx
