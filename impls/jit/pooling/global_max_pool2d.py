"""Global max pooling with numba."""

import numpy as np
from numba import njit

from ._images import require_images, require_one_number_each
from ._windows import planes, require_choice

LANES = 64  # running maxima side by side: a single one could not be kept in a vector, for the sake of NaN


def global_max_pool2d(x):
    """Many running maxima side by side, merged at the end: a single pass in vectors, NaN and all."""
    require_images(x)
    y = np.empty(x.shape[:2], x.dtype)
    _pool(planes(x), y.reshape(-1))
    return y


def global_max_pool2d_backward(dy, x, *, ties="first"):
    """The maximum in vectors, then a scan that stops at its first place."""
    require_images(x)
    require_one_number_each(dy, x)
    require_choice("ties", ties, ("first", "all", "split"))
    dx = np.zeros(x.shape, dy.dtype)
    gradients = np.require(dy, dy.dtype, ("C", "W")).reshape(-1)
    _route(gradients, planes(x), planes(dx), ties == "first", ties == "split")
    return dx


@njit(cache=True, error_model="numpy")
def _merge(row, lanes):
    for i in range(row.size):
        value = row[i]
        lanes[i] = value if (value > lanes[i]) | (value != value) else lanes[i]


@njit(cache=True, error_model="numpy")
def _largest(row, lanes):
    lanes[:] = -np.inf
    for start in range(0, row.size, LANES):
        part = row[start : start + LANES]
        _merge(part, lanes[: part.size])
    best = lanes[0]
    for value in lanes:
        if value > best or value != value:
            best = value
    return best


@njit(cache=True, error_model="numpy")
def _pool(x, y):
    lanes = np.empty(LANES, x.dtype)
    for plane in range(x.shape[0]):
        y[plane] = _largest(x[plane].reshape(-1), lanes)


@njit(cache=True, error_model="numpy")
def _route(dy, x, dx, first, split):
    lanes = np.empty(LANES, x.dtype)
    for plane in range(dy.size):
        row, target = x[plane].reshape(-1), dx[plane].reshape(-1)
        best = _largest(row, lanes)
        lost = best != best
        where = 0
        while row[where] != best and not (lost and row[where] != row[where]):
            where += 1
        share = dy[plane]
        if first or lost:
            target[where] = share
            continue
        if split:
            winners = 0
            for i in range(where, row.size):
                winners += row[i] == best
            share /= winners
        for i in range(where, row.size):
            if row[i] == best:
                target[i] = share
