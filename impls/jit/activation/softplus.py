"""Softplus, compiled."""

import numpy as np
from numba import njit

from ._checks import plain_memory, require_same_shape
from ._exp import exp
from ._log1p import log1p


def softplus(x):
    """One compiled loop without calls: exponential and logarithm are both of a kind that the compiler can vectorise."""
    y = np.empty(x.shape, x.dtype)
    _softplus(plain_memory(x).reshape(-1), y.reshape(-1))
    return y


def softplus_backward(dy, x):
    """One compiled loop without branches, with an exponential that the compiler can vectorise."""
    require_same_shape(dy, x)
    dx = np.empty(dy.shape, dy.dtype)
    _softplus_backward(plain_memory(dy).reshape(-1), plain_memory(x).reshape(-1), dx.reshape(-1))
    return dx


@njit(cache=True, error_model="numpy")
def _softplus(x, y):
    zero = x.dtype.type(0)
    for i in range(x.size):
        y[i] = (x[i] if x[i] > 0 else zero) + log1p(exp(-abs(x[i])))


@njit(cache=True, error_model="numpy")
def _softplus_backward(dy, x, dx):
    one = x.dtype.type(1)
    for i in range(x.size):
        small = exp(-abs(x[i]))
        dx[i] = dy[i] * ((small if x[i] < 0 else one) / (one + small))
