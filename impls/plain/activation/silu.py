"""The sigmoid-weighted linear unit in plain Python."""

import numpy as np

from ._checks import require_same_shape
from ._logistic import logistic


def silu(x):
    """One exponential per element, of a number that is never positive."""
    return np.array([value * logistic(value) for value in x.ravel().tolist()], x.dtype).reshape(x.shape)


def silu_backward(dy, x):
    """One exponential per element: both terms of the product rule share it."""
    require_same_shape(dy, x)
    dx = []
    for gradient, value in zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True):
        s = logistic(value)
        dx.append(gradient * s * (1 + value * (1 - s)))
    return np.array(dx, dy.dtype).reshape(x.shape)
