"""The logarithm of softmax, compiled."""

import math

import numpy as np
from numba import njit

from ._checks import require_axis, require_same_shape
from .softmax import _exponentials, _matrix, _maximum, _sum


def log_softmax(x, *, axis=-1):
    """Three loops over a line that stays in cache, and one logarithm for all of it."""
    require_axis(axis, x)
    lines = x.swapaxes(axis, -1)
    y = np.empty(lines.shape, x.dtype)
    _log_softmax(_matrix(lines), _matrix(y))
    return y.swapaxes(axis, -1)


def log_softmax_backward(dy, x, *, axis=-1):
    """The probabilities are rebuilt line by line in cache and never written to memory."""
    require_same_shape(dy, x)
    require_axis(axis, x)
    lines = x.swapaxes(axis, -1)
    dx = np.empty(lines.shape, dy.dtype)
    _log_softmax_backward(_matrix(dy.swapaxes(axis, -1)), _matrix(lines), _matrix(dx))
    return dx.swapaxes(axis, -1)


@njit(cache=True, error_model="numpy")
def _log_softmax(x, y):
    line = np.empty(x.shape[1], x.dtype)
    for row in range(x.shape[0]):
        top = _maximum(x[row])
        _exponentials(x[row], top, line)
        _lowered(x[row], top, x.dtype.type(math.log(_sum(line))), y[row])


@njit(cache=True, error_model="numpy")
def _log_softmax_backward(dy, x, dx):
    line = np.empty(x.shape[1], x.dtype)
    for row in range(x.shape[0]):
        _exponentials(x[row], _maximum(x[row]), line)
        _less_its_share(dy[row], line, _sum(dy[row]) / _sum(line), dx[row])


@njit(cache=True, error_model="numpy")
def _lowered(x, top, total, y):
    for i in range(x.size):
        # In this order: top and total added first would lose the digits of total when the scores are large.
        y[i] = (x[i] - top) - total


@njit(cache=True, error_model="numpy")
def _less_its_share(dy, line, factor, dx):
    for i in range(line.size):
        dx[i] = dy[i] - line[i] * factor
