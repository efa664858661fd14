"""Global max pooling with numba."""

import numpy as np
from numba import njit

from ._images import require_images, require_one_number_each
from ._windows import planes, require_choice


def global_max_pool2d(x):
    """NaNs are looked for first, so that the maximum can be found in vectors: the second pass is in the cache."""
    require_images(x)
    y = np.empty(x.shape[:2], x.dtype)
    _pool(planes(x), y.reshape(-1))
    return y


def global_max_pool2d_backward(dy, x, *, ties="first"):
    """NaNs and the maximum in vectors, then its first place, in vectors as well."""
    require_images(x)
    require_one_number_each(dy, x)
    require_choice("ties", ties, ("first", "all", "split"))
    dx = np.zeros(x.shape, dy.dtype)
    gradients = np.require(dy, dy.dtype, ("C", "W")).reshape(-1)
    _route(gradients, planes(x), planes(dx), ties == "first", ties == "split")
    return dx


@njit(cache=True, error_model="numpy")
def _lost(row):
    """How many NaNs there are."""
    found = np.int32(0)
    for i in range(row.size):
        found += np.int32(row[i] != row[i])
    return found


@njit(cache=True, error_model="numpy", fastmath={"nnan", "nsz"})
def _greatest(row):
    """The maximum of numbers: a NaN would have to be kept, and no vector instruction does that."""
    best = row[0]
    for i in range(row.size):
        if row[i] > best:
            best = row[i]
    return best


@njit(cache=True, error_model="numpy")
def _count(row, best):
    found = np.int32(0)
    for i in range(row.size):
        found += np.int32(row[i] == best)
    return found


@njit(cache=True, error_model="numpy")
def _first(row, best):
    """The first place of the maximum; without an early end, places are compared in vectors too."""
    first = np.int32(row.size)
    for i in range(row.size):
        first = min(first, np.int32(i) if row[i] == best else np.int32(row.size))
    return first


@njit(cache=True, error_model="numpy")
def _pool(x, y):
    for plane in range(x.shape[0]):
        row = x[plane].reshape(-1)
        y[plane] = np.nan if _lost(row) else _greatest(row)


@njit(cache=True, error_model="numpy")
def _route(dy, x, dx, first, split):
    for plane in range(dy.size):
        row, target = x[plane].reshape(-1), dx[plane].reshape(-1)
        share, where = dy[plane], 0
        if _lost(row):
            while row[where] == row[where]:
                where += 1
            target[where] = share
            continue
        best = _greatest(row)
        where = _first(row, best)
        if first:
            target[where] = share
            continue
        if split:
            share /= _count(row, best)
        for i in range(where, row.size):
            if row[i] == best:
                target[i] = share
