"""Root mean square normalization with numba."""

import numpy as np
from numba import njit

from ._groups import along_last_axis
from ._kernels import _squares
from ._layout import check, check_gradient, ready
from ._moments import _weighted_products


def rms_norm(x, gamma, *, eps=1e-5):
    """One row at a time: read from memory once, passed over twice in the cache, written once."""
    rows, _, length, _ = along_last_axis(x)
    check(length, eps, gamma=gamma)
    kind = x.dtype
    y = np.empty(x.shape, kind)
    _normalize(ready(x, kind).reshape(rows, length), ready(gamma, kind), float(eps), y.reshape(rows, length))
    return y


def rms_norm_backward(dy, x, gamma, *, eps=1e-5):
    """One row at a time: both inputs are read from memory once, passed over three times in the cache."""
    rows, _, length, _ = along_last_axis(x)
    check_gradient(dy, x)
    check(length, eps, gamma=gamma)
    kind, shape = dy.dtype, (rows, length)
    dx, dgamma = np.empty(x.shape, kind), np.zeros(length)
    arrays = ready(dy, kind).reshape(shape), ready(x, kind).reshape(shape), ready(gamma, kind)
    _differentiate(*arrays, float(eps), dx.reshape(shape), dgamma)
    return dx, dgamma.astype(kind)


@njit(cache=True, error_model="numpy")
def _scale(row, inverse, gamma, out):
    for i in range(row.size):
        out[i] = row[i] * inverse * gamma[i]


@njit(cache=True, error_model="numpy")
def _accumulate(dy, row, inverse, dgamma):
    for i in range(row.size):
        dgamma[i] += dy[i] * row[i] * inverse


@njit(cache=True, error_model="numpy")
def _gradient(dy, gamma, scale, row, slope, out):
    for i in range(row.size):
        out[i] = dy[i] * gamma[i] * scale + row[i] * slope


@njit(cache=True, error_model="numpy")
def _normalize(x, gamma, eps, y):
    kind = x.dtype.type
    for r in range(x.shape[0]):
        inverse = 1 / np.sqrt(np.float64(_squares(x[r], kind(0))) / x.shape[1] + eps)
        _scale(x[r], kind(inverse), gamma, y[r])


@njit(cache=True, error_model="numpy")
def _differentiate(dy, x, gamma, eps, dx, dgamma):
    kind = x.dtype.type
    for r in range(x.shape[0]):
        row, up = x[r], dy[r]
        inverse = 1 / np.sqrt(np.float64(_squares(row, kind(0))) / row.size + eps)
        product = np.float64(_weighted_products(up, gamma, row, kind(0)))
        _accumulate(up, row, kind(inverse), dgamma)
        slope = -inverse * inverse * inverse * product / row.size
        _gradient(up, gamma, kind(inverse), row, kind(slope), dx[r])
