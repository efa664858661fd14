"""Softmax, compiled."""

import math

import numpy as np
from numba import njit

from ._checks import plain_memory, require_axis, require_same_shape
from ._exp import exp

LANES = 32


def softmax(x, *, axis=-1):
    """Three loops over a line that stays in cache, with an exponential that the compiler can vectorise."""
    require_axis(axis, x)
    lines = x.swapaxes(axis, -1)
    y = np.empty(lines.shape, x.dtype)
    _softmax(_matrix(lines), _matrix(y))
    return y.swapaxes(axis, -1)


def softmax_backward(dy, x, *, axis=-1):
    """The output is rebuilt line by line in cache and never written to memory."""
    require_same_shape(dy, x)
    require_axis(axis, x)
    lines = x.swapaxes(axis, -1)
    dx = np.empty(lines.shape, dy.dtype)
    _softmax_backward(_matrix(dy.swapaxes(axis, -1)), _matrix(lines), _matrix(dx))
    return dx.swapaxes(axis, -1)


def _matrix(lines):
    return plain_memory(lines).reshape(math.prod(lines.shape[:-1]), lines.shape[-1])


@njit(cache=True, error_model="numpy")
def _softmax(x, y):
    line = np.empty(x.shape[1], x.dtype)
    one = x.dtype.type(1)
    for row in range(x.shape[0]):
        _exponentials(x[row], _maximum(x[row]), line)
        _scaled(line, one / _sum(line), y[row])


@njit(cache=True, error_model="numpy")
def _softmax_backward(dy, x, dx):
    line = np.empty(x.shape[1], x.dtype)
    one = x.dtype.type(1)
    for row in range(x.shape[0]):
        _exponentials(x[row], _maximum(x[row]), line)
        factor = one / _sum(line)
        _projected(dy[row], line, factor, _dot(dy[row], line) * factor, dx[row])


@njit(cache=True, error_model="numpy")
def _maximum(x):
    """Ignores NaN, which reaches the sum by itself; the lanes are there because a plain maximum is not vectorised."""
    lanes = np.full(LANES, -np.inf, x.dtype)
    blocks = x.size // LANES
    for block in range(blocks):
        part = x[block * LANES : (block + 1) * LANES]
        for lane in range(LANES):
            lanes[lane] = part[lane] if part[lane] > lanes[lane] else lanes[lane]
    best = x.dtype.type(-np.inf)
    for i in range(blocks * LANES, x.size):
        best = max(best, x[i]) if x[i] == x[i] else best
    if blocks:
        for lane in range(LANES):
            best = max(best, lanes[lane])
    return best


@njit(cache=True, error_model="numpy")
def _exponentials(x, top, out):
    for i in range(x.size):
        out[i] = exp(x[i] - top)


@njit(cache=True, error_model="numpy", fastmath={"reassoc", "nsz", "contract"})
def _sum(line):
    total = line.dtype.type(0)
    for i in range(line.size):
        total += line[i]
    return total


@njit(cache=True, error_model="numpy", fastmath={"reassoc", "nsz", "contract"})
def _dot(dy, line):
    total = line.dtype.type(0)
    for i in range(line.size):
        total += dy[i] * line[i]
    return total


@njit(cache=True, error_model="numpy")
def _scaled(line, factor, y):
    for i in range(line.size):
        y[i] = line[i] * factor


@njit(cache=True, error_model="numpy")
def _projected(dy, line, factor, projection, dx):
    for i in range(line.size):
        dx[i] = line[i] * factor * (dy[i] - projection)
