"""Softplus in plain Python."""

import math

import numpy as np

from ._checks import require_same_shape
from ._logistic import logistic


def softplus(x):
    """One exponential and one logarithm per element, by log1p, which keeps the digits of small results."""
    y = [_softplus(value) for value in x.ravel().tolist()]
    return np.array(y, x.dtype).reshape(x.shape)


def softplus_backward(dy, x):
    """One exponential per element: the slope is the logistic function."""
    require_same_shape(dy, x)
    pairs = zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True)
    return np.array([gradient * logistic(value) for gradient, value in pairs], dy.dtype).reshape(x.shape)


def _softplus(value):
    rest = math.log1p(math.exp(-abs(value)))
    return rest if value < 0 else value + rest
