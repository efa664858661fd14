"""The leaky rectified linear unit, compiled."""

import numpy as np
from numba import njit

from ._checks import plain_memory, require_choice, require_not_negative, require_same_shape


def leaky_relu(x, *, slope=0.01):
    """One compiled loop: each element is read and written once, with a select instead of a branch."""
    require_not_negative("slope", slope)
    y = np.empty(x.shape, x.dtype)
    _leaky_relu(plain_memory(x).reshape(-1), x.dtype.type(slope), y.reshape(-1))
    return y


def leaky_relu_backward(dy, x, *, slope=0.01, at_zero="slope"):
    """One compiled loop without a mask in memory; the slope at 0 is looked up once, outside."""
    require_same_shape(dy, x)
    require_not_negative("slope", slope)
    require_choice("at_zero", at_zero, ("slope", "one"))
    below = dy.dtype.type(slope)
    at_zero = dy.dtype.type(1) if at_zero == "one" else below
    dx = np.empty(dy.shape, dy.dtype)
    _leaky_relu_backward(plain_memory(dy).reshape(-1), plain_memory(x).reshape(-1), below, at_zero, dx.reshape(-1))
    return dx


@njit(cache=True, error_model="numpy")
def _leaky_relu(x, slope, y):
    for i in range(x.size):
        y[i] = x[i] if x[i] > 0 else slope * x[i]


@njit(cache=True, error_model="numpy")
def _leaky_relu_backward(dy, x, slope, slope_at_zero, dx):
    for i in range(x.size):
        factor = slope_at_zero if x[i] == 0 else slope
        dx[i] = dy[i] if x[i] > 0 else factor * dy[i]
