"""The sigmoid-weighted linear unit in NumPy."""

import numpy as np

from ._checks import require_same_shape
from ._logistic import logistic


def silu(x):
    """The logistic function, multiplied in place."""
    y = logistic(x)
    y *= x
    return y


def silu_backward(dy, x):
    """One array for the logistic function and one for the slope, both multiplied in place."""
    require_same_shape(dy, x)
    s = logistic(x)
    dx = np.asarray(1 - s)
    dx *= x
    dx += 1
    dx *= s
    dx *= dy
    return dx
