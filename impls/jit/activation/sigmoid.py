"""The logistic sigmoid, compiled."""

import numpy as np
from numba import njit

from ._checks import plain_memory, require_same_shape
from ._exp import exp


def sigmoid(x):
    """One compiled loop without branches, with an exponential that the compiler can vectorise."""
    y = np.empty(x.shape, x.dtype)
    _sigmoid(plain_memory(x).reshape(-1), y.reshape(-1))
    return y


def sigmoid_backward(dy, x):
    """One compiled loop: the output is rebuilt in registers and never written to memory."""
    require_same_shape(dy, x)
    dx = np.empty(dy.shape, dy.dtype)
    _sigmoid_backward(plain_memory(dy).reshape(-1), plain_memory(x).reshape(-1), dx.reshape(-1))
    return dx


@njit(cache=True, error_model="numpy")
def _sigmoid(x, y):
    one = x.dtype.type(1)
    for i in range(x.size):
        small = exp(-abs(x[i]))
        y[i] = (small if x[i] < 0 else one) / (one + small)


@njit(cache=True, error_model="numpy")
def _sigmoid_backward(dy, x, dx):
    one = x.dtype.type(1)
    for i in range(x.size):
        # The slope is even in x, so one sign will do.
        small = exp(-abs(x[i]))
        total = one + small
        dx[i] = dy[i] * (small / (total * total))
