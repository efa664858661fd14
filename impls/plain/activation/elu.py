"""The exponential linear unit in plain Python."""

import math

import numpy as np

from ._checks import require_not_negative, require_same_shape


def elu(x, *, alpha=1.0):
    """An exponential for the negative elements only, by expm1, which keeps the digits near 0."""
    require_not_negative("alpha", alpha)
    y = [value if value > 0 else alpha * math.expm1(value) for value in x.ravel().tolist()]
    return np.array(y, x.dtype).reshape(x.shape)


def elu_backward(dy, x, *, alpha=1.0):
    """An exponential for the negative elements only."""
    require_same_shape(dy, x)
    require_not_negative("alpha", alpha)
    pairs = zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True)
    dx = [gradient if value > 0 else gradient * alpha * math.exp(value) for gradient, value in pairs]
    return np.array(dx, dy.dtype).reshape(x.shape)
