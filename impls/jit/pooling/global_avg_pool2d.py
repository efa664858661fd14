"""Global average pooling with numba."""

import numpy as np
from numba import njit

from ._images import require_images, require_one_number_each
from ._windows import planes


def global_avg_pool2d(x):
    """One sum per plane, in double precision and in vectors: a single pass at the speed of memory."""
    require_images(x)
    y = np.empty(x.shape[:2], x.dtype)
    _average(planes(x), y.reshape(-1))
    return y


def global_avg_pool2d_backward(dy, x):
    """One division and one fill per plane."""
    require_images(x)
    require_one_number_each(dy, x)
    dx = np.empty(x.shape, dy.dtype)
    _spread(np.require(dy, dy.dtype, ("C", "W")).reshape(-1), planes(dx))
    return dx


@njit(cache=True, error_model="numpy", fastmath={"reassoc", "contract", "nsz"})
def _sum(row):
    total = 0.0
    for i in range(row.size):
        total += row[i]
    return total


@njit(cache=True, error_model="numpy")
def _average(x, y):
    for plane in range(x.shape[0]):
        row = x[plane].reshape(-1)
        y[plane] = _sum(row) / row.size


@njit(cache=True, error_model="numpy")
def _spread(dy, dx):
    for plane in range(dy.size):
        row = dx[plane].reshape(-1)
        row[:] = dy[plane] / row.size
