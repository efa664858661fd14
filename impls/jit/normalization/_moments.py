"""Compiled normalization of groups: each row of x is one group, of `width` channels with `size` positions each.

A row is read from memory once and passed over again in the cache. Its mean is found in double precision and subtracted
in two parts, a head in x's precision and a small rest.
"""

import numpy as np
from numba import njit

from ._kernels import REORDER, _line, _plane, _products, _spread, _squares, _sum
from ._layout import ready


def forward(x, gamma, beta, eps, layout):
    """y, for a layout as in _groups."""
    n, groups, width, size = layout
    kind, rows = x.dtype, (n * groups, width * size)
    y = np.empty(x.shape, kind)
    parameters = ready(gamma, kind), ready(beta, kind), float(eps)
    _normalize(ready(x, kind).reshape(rows), *parameters, groups, width, size, y.reshape(rows))
    return y


def backward(dy, x, gamma, eps, layout):
    """dx, dgamma and dbeta, for a layout as in _groups."""
    n, groups, width, size = layout
    kind, rows = dy.dtype, (n * groups, width * size)
    dx, dgamma, dbeta = np.empty(x.shape, kind), np.zeros(groups * width), np.zeros(groups * width)
    arrays = ready(dy, kind).reshape(rows), ready(x, kind).reshape(rows), ready(gamma, kind)
    _differentiate(*arrays, float(eps), groups, width, size, dx.reshape(rows), dgamma, dbeta)
    return dx, dgamma.astype(kind), dbeta.astype(kind)


@njit(cache=True, error_model="numpy")
def _affine(row, head, inverse, shift, gamma, beta, out):
    for i in range(row.size):
        out[i] = ((row[i] - head) * inverse + shift) * gamma[i] + beta[i]


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _weighted_sum(dy, gamma):
    total = 0.0
    for i in range(dy.size):
        total += dy[i] * gamma[i]
    return total


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _weighted_products(dy, gamma, row, head):
    total = head * row.dtype.type(0)
    for i in range(row.size):
        total += dy[i] * gamma[i] * (row[i] - head)
    return total


@njit(cache=True, error_model="numpy")
def _accumulate(dy, row, head, inverse, shift, dgamma, dbeta):
    for i in range(row.size):
        dgamma[i] += dy[i] * ((row[i] - head) * inverse + shift)
        dbeta[i] += dy[i]


@njit(cache=True, error_model="numpy")
def _gradient(dy, gamma, scale, row, head, slope, shift, out):
    for i in range(row.size):
        out[i] = dy[i] * gamma[i] * scale + (row[i] - head) * slope + shift


@njit(cache=True, error_model="numpy")
def _statistics(row):
    """The head of the mean, the rest of it, and the variance."""
    mean = _sum(row) / row.size
    head = row.dtype.type(mean)
    return head, mean - head, _spread(_squares(row, head), row.size, mean - head)


@njit(cache=True, error_model="numpy")
def _normalize(x, gamma, beta, eps, groups, width, size, y):
    kind = x.dtype.type
    for r in range(x.shape[0]):
        row = x[r]
        head, rest, variance = _statistics(row)
        inverse = 1 / np.sqrt(variance + eps)
        first = r % groups * width
        if size == 1:
            scales, shifts = gamma[first : first + width], beta[first : first + width]
            _affine(row, head, kind(inverse), kind(-rest * inverse), scales, shifts, y[r])
        else:
            for c in range(width):
                scale = gamma[first + c] * inverse
                shift = kind(beta[first + c] - rest * scale)
                _line(row[c * size : (c + 1) * size], head, kind(scale), shift, y[r, c * size : (c + 1) * size])


@njit(cache=True, error_model="numpy")
def _differentiate(dy, x, gamma, eps, groups, width, size, dx, dgamma, dbeta):
    kind = x.dtype.type
    for r in range(x.shape[0]):
        row, up = x[r], dy[r]
        head, rest, variance = _statistics(row)
        inverse = 1 / np.sqrt(variance + eps)
        first = r % groups * width
        scales = gamma[first : first + width]
        if size == 1:
            flow = _weighted_sum(up, scales)
            product = _weighted_products(up, scales, row, head)
            ends = dgamma[first : first + width], dbeta[first : first + width]
            _accumulate(up, row, head, kind(inverse), kind(-rest * inverse), ends[0], ends[1])
        else:
            flow = 0.0
            product = 0.0
            for c in range(width):
                here = up[c * size : (c + 1) * size]
                total = _sum(here)
                part = _products(here, row[c * size : (c + 1) * size], head)

                dgamma[first + c] += (part - rest * total) * inverse
                dbeta[first + c] += total
                flow += scales[c] * total
                product += scales[c] * part
        product -= rest * flow
        slope = -inverse * inverse * inverse * product / row.size
        shift = kind(-inverse * flow / row.size - slope * rest)
        if size == 1:
            _gradient(up, scales, kind(inverse), row, head, kind(slope), shift, dx[r])
        else:
            for c in range(width):
                a, b = c * size, (c + 1) * size
                scale = kind(scales[c] * inverse)
                _plane(up[a:b], kind(0), scale, row[a:b], head, kind(slope), shift, dx[r, a:b])
