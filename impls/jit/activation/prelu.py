"""The parametric rectified linear unit, compiled."""

import math

import numpy as np
from numba import njit

from ._checks import plain_memory, require_same_shape
from ._slopes import require_learned_slope


def prelu(x, slope):
    """One compiled loop over runs of elements that share a slope: a select in place of a branch."""
    require_learned_slope(slope, x)
    y = np.empty(x.shape, x.dtype)
    _prelu(plain_memory(x).reshape(-1), plain_memory(slope), _run(x, slope), y.reshape(-1))
    return y


def prelu_backward(dy, x, slope):
    """One compiled pass finds both gradients; the sums are kept in double precision."""
    require_same_shape(dy, x)
    require_learned_slope(slope, x)
    dx, dslope = np.empty(dy.shape, dy.dtype), np.zeros(slope.shape)
    arrays = (plain_memory(array).reshape(-1) for array in (dy, x, slope))
    _prelu_backward(*arrays, _run(x, slope), dx.reshape(-1), dslope)
    return dx, dslope.astype(dy.dtype)


def _run(x, slope):
    """How many elements in a row share a slope."""
    return max(1, x.size if slope.size == 1 else math.prod(x.shape[2:]))


@njit(cache=True, error_model="numpy")
def _prelu(x, slope, run, y):
    for number in range(x.size // run):
        below = slope[number % slope.size]
        for i in range(number * run, (number + 1) * run):
            y[i] = x[i] if x[i] > 0 else below * x[i]


@njit(cache=True, error_model="numpy")
def _prelu_backward(dy, x, slope, run, dx, dslope):
    zero = x.dtype.type(0)
    for number in range(x.size // run):
        channel = number % slope.size
        below, total = slope[channel], 0.0
        for i in range(number * run, (number + 1) * run):
            dx[i] = dy[i] if x[i] > 0 else below * dy[i]
            total += dy[i] * (zero if x[i] > 0 else x[i])
        dslope[channel] += total
