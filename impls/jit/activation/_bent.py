"""Curves that are straight where x > 0 and bend like an exponential elsewhere: elu and selu share these loops."""

import numpy as np
from numba import njit

from ._checks import plain_memory
from ._exp import exp


def bent(x, straight, depth):
    """straight · x where x > 0, and depth · (eˣ − 1) elsewhere."""
    y = np.empty(x.shape, x.dtype)
    _bent(plain_memory(x).reshape(-1), x.dtype.type(straight), x.dtype.type(depth), y.reshape(-1))
    return y


def bent_backward(dy, x, straight, depth, at_zero):
    """dy · straight where x > 0, dy · at_zero where x = 0, and dy · depth · eˣ elsewhere."""
    dx = np.empty(dy.shape, dy.dtype)
    slopes = (dy.dtype.type(straight), dy.dtype.type(depth), dy.dtype.type(at_zero))
    _bent_backward(plain_memory(dy).reshape(-1), plain_memory(x).reshape(-1), *slopes, dx.reshape(-1))
    return dx


@njit(cache=True, error_model="numpy")
def _bent(x, straight, depth, y):
    zero, one = x.dtype.type(0), x.dtype.type(1)
    for i in range(x.size):
        # The exponential is taken on both sides: a select vectorises, a branch does not.
        below = depth * (exp(zero if x[i] > 0 else x[i]) - one)
        y[i] = straight * x[i] if x[i] > 0 else below


@njit(cache=True, error_model="numpy")
def _bent_backward(dy, x, straight, depth, at_zero, dx):
    zero = x.dtype.type(0)
    for i in range(x.size):
        below = depth * exp(zero if x[i] > 0 else x[i])
        not_above = at_zero if x[i] == 0 else below
        dx[i] = dy[i] * (straight if x[i] > 0 else not_above)
