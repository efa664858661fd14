"""Local response normalization with numba."""

import numpy as np
from numba import njit

from ._layout import check_gradient, ready
from ._response import read

BLOCK = 512  # positions whose channels stay in the cache while their windows are summed


def local_response_norm(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """A block of positions at a time: memory is read once and written once, windows are summed in the cache."""
    before, after, weight = read(x, size, alpha, beta, k, alpha_over)
    y = np.empty(x.shape, x.dtype)
    _normalize(_planes(ready(x, x.dtype)), before, after, weight, float(beta), float(k), _planes(y))
    return y


def local_response_norm_backward(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """A block of positions at a time; what flows through a channel's window is found once, and summed in the cache."""
    before, after, weight = read(x, size, alpha, beta, k, alpha_over)
    check_gradient(dy, x)
    dx = np.empty(x.shape, dy.dtype)
    arrays = _planes(ready(dy, dy.dtype)), _planes(ready(x, dy.dtype))
    _differentiate(*arrays, before, after, weight, float(beta), float(k), _planes(dx))
    return dx


def _planes(array):
    n, c, h, w = array.shape
    return array.reshape(n, c, h * w)


@njit(cache=True, error_model="numpy")
def _add_squares(row, total):
    for i in range(row.size):
        total[i] += row[i] * row[i]


@njit(cache=True, error_model="numpy")
def _add(row, total):
    for i in range(row.size):
        total[i] += row[i]


@njit(cache=True, error_model="numpy")
def _invert(scales, weight, k, beta, inverse):
    """Turn sums of squares into scales, and find 1 / scales ** beta: by roots, which vectorize, where beta is ¾."""
    for i in range(scales.size):
        scales[i] = k + weight * scales[i]
    if beta == 0.75:
        for i in range(scales.size):
            root = np.sqrt(scales[i])
            inverse[i] = scales.dtype.type(1) / (root * np.sqrt(root))
    else:
        for i in range(scales.size):
            inverse[i] = scales[i] ** -beta


@njit(cache=True, error_model="numpy")
def _multiply(row, inverse, out):
    for i in range(row.size):
        out[i] = row[i] * inverse[i]


@njit(cache=True, error_model="numpy")
def _flow(row, straight, scales, out):
    for i in range(row.size):
        out[i] = straight[i] * row[i] / scales[i]


@njit(cache=True, error_model="numpy")
def _subtract(row, through, factor, out):
    for i in range(row.size):
        out[i] -= factor * row[i] * through[i]


@njit(cache=True, error_model="numpy")
def _normalize(x, before, after, weight, beta, k, y):
    kind = x.dtype.type
    channels, positions = x.shape[1:]
    scales, inverse = np.empty(BLOCK, x.dtype), np.empty(BLOCK, x.dtype)
    for n in range(x.shape[0]):
        for a in range(0, positions, BLOCK):
            b = min(a + BLOCK, positions)
            for c in range(channels):
                total = scales[: b - a]
                total[:] = 0
                for near in range(max(c - before, 0), min(c + after + 1, channels)):
                    _add_squares(x[n, near, a:b], total)
                _invert(total, kind(weight), kind(k), kind(beta), inverse[: b - a])
                _multiply(x[n, c, a:b], inverse[: b - a], y[n, c, a:b])


@njit(cache=True, error_model="numpy")
def _differentiate(dy, x, before, after, weight, beta, k, dx):
    kind = x.dtype.type
    channels, positions = x.shape[1:]
    scales, inverse = np.empty(BLOCK, x.dtype), np.empty(BLOCK, x.dtype)
    flows = np.empty((channels, BLOCK), x.dtype)
    for n in range(x.shape[0]):
        for a in range(0, positions, BLOCK):
            b = min(a + BLOCK, positions)
            total = scales[: b - a]
            for c in range(channels):
                total[:] = 0
                for near in range(max(c - before, 0), min(c + after + 1, channels)):
                    _add_squares(x[n, near, a:b], total)
                _invert(total, kind(weight), kind(k), kind(beta), inverse[: b - a])
                _multiply(dy[n, c, a:b], inverse[: b - a], dx[n, c, a:b])
                _flow(x[n, c, a:b], dx[n, c, a:b], total, flows[c, : b - a])
            for c in range(channels):
                total[:] = 0
                # A channel is in the windows of those that have it in theirs: the window mirrored.
                for near in range(max(c - after, 0), min(c + before + 1, channels)):
                    _add(flows[near, : b - a], total)
                _subtract(x[n, c, a:b], total, kind(2 * weight * beta), dx[n, c, a:b])
