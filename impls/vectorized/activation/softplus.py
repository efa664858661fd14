"""Softplus in NumPy."""

import numpy as np

from ._checks import require_same_shape
from ._logistic import falling_exponential, logistic


def softplus(x):
    """One exponential and one logarithm in place, which keep the digits of small results; nothing overflows."""
    y = falling_exponential(x)
    np.log1p(y, out=y)
    y += np.maximum(x, 0)
    return y


def softplus_backward(dy, x):
    """The slope is the logistic function, multiplied in place."""
    require_same_shape(dy, x)
    dx = logistic(x)
    dx *= dy
    return dx
