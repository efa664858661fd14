"""The logistic sigmoid in plain Python."""

import numpy as np

from ._checks import require_same_shape
from ._logistic import logistic


def sigmoid(x):
    """One exponential per element, in double precision, of a number that is never positive."""
    return np.array([logistic(value) for value in x.ravel().tolist()], x.dtype).reshape(x.shape)


def sigmoid_backward(dy, x):
    """One exponential per element: the slope follows from the output."""
    require_same_shape(dy, x)
    dx = []
    for gradient, value in zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True):
        y = logistic(value)
        dx.append(gradient * y * (1 - y))
    return np.array(dx, dy.dtype).reshape(x.shape)
