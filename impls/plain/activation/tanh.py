"""The hyperbolic tangent in plain Python."""

import math

import numpy as np

from ._checks import require_same_shape


def tanh(x):
    """One call of the C library per element, which is accurate near 0 and never overflows."""
    return np.array([math.tanh(value) for value in x.ravel().tolist()], x.dtype).reshape(x.shape)


def tanh_backward(dy, x):
    """One call per element: the slope follows from the output."""
    require_same_shape(dy, x)
    dx = []
    for gradient, value in zip(dy.ravel().tolist(), x.ravel().tolist(), strict=True):
        y = math.tanh(value)
        dx.append(gradient * (1 - y) * (1 + y))
    return np.array(dx, dy.dtype).reshape(x.shape)
