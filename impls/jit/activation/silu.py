"""The sigmoid-weighted linear unit, compiled."""

import numpy as np
from numba import njit

from ._checks import plain_memory, require_same_shape
from ._exp import exp


def silu(x):
    """One compiled loop without branches, with an exponential that the compiler can vectorise."""
    y = np.empty(x.shape, x.dtype)
    _silu(plain_memory(x).reshape(-1), y.reshape(-1))
    return y


def silu_backward(dy, x):
    """One compiled loop: sigmoid and slope stay in registers."""
    require_same_shape(dy, x)
    dx = np.empty(dy.shape, dy.dtype)
    _silu_backward(plain_memory(dy).reshape(-1), plain_memory(x).reshape(-1), dx.reshape(-1))
    return dx


@njit(cache=True, error_model="numpy")
def _silu(x, y):
    one = x.dtype.type(1)
    for i in range(x.size):
        small = exp(-abs(x[i]))
        y[i] = x[i] * ((small if x[i] < 0 else one) / (one + small))


@njit(cache=True, error_model="numpy")
def _silu_backward(dy, x, dx):
    one = x.dtype.type(1)
    for i in range(x.size):
        small = exp(-abs(x[i]))
        total = one + small
        s = (small if x[i] < 0 else one) / total
        # The sigmoid of −x, without the subtraction.
        rest = (one if x[i] < 0 else small) / total
        dx[i] = dy[i] * s * (one + x[i] * rest)
