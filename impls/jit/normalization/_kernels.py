"""Compiled loops of batch normalization over (N, C, M): whole planes when M > 1, columns of (N, C) when M = 1.

One channel, or one slab of columns, is read from memory once and then passed over in the cache. Means are found in
double precision and subtracted in two parts, a head in x's precision and a small rest, so that nothing is lost when the
mean is large.
"""

import numpy as np
from numba import njit

REORDER = {"reassoc", "contract", "nsz", "arcp"}  # NaN and infinity keep their meaning
SLAB = 1 << 16  # elements of x that are passed over again while they are in the cache


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _sum(row):
    total = 0.0
    for i in range(row.size):
        total += row[i]
    return total


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _squares(row, head):
    total = head * row.dtype.type(0)
    for i in range(row.size):
        centred = row[i] - head
        total += centred * centred
    return total


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _products(dy, row, head):
    total = head * row.dtype.type(0)
    for i in range(row.size):
        total += dy[i] * (row[i] - head)
    return total


@njit(cache=True, error_model="numpy")
def _line(row, head, scale, shift, out):
    for i in range(row.size):
        out[i] = (row[i] - head) * scale + shift


@njit(cache=True, error_model="numpy")
def _plane(dy, dy_head, scale, row, head, slope, shift, out):
    for i in range(row.size):
        out[i] = (dy[i] - dy_head) * scale + (row[i] - head) * slope + shift


@njit(cache=True, error_model="numpy")
def _spread(total, count, rest):
    """The variance, from squares about the head of the mean."""
    variance = total / count - rest * rest
    return 0.0 if variance < 0 else variance


@njit(cache=True, error_model="numpy")
def train(x, gamma, beta, eps, y, means, variances):
    """Normalize planes; means and variances receive the statistics in double precision."""
    kind = x.dtype.type
    count = x.shape[0] * x.shape[2]
    for c in range(x.shape[1]):
        total = 0.0
        for n in range(x.shape[0]):
            total += _sum(x[n, c])
        mean = total / count
        head = kind(mean)
        total = 0.0
        for n in range(x.shape[0]):
            total += _squares(x[n, c], head)
        variance = _spread(total, count, mean - head)
        scale = gamma[c] / np.sqrt(variance + eps)
        shift = kind(beta[c] - (mean - head) * scale)
        for n in range(x.shape[0]):
            _line(x[n, c], head, kind(scale), shift, y[n, c])
        means[c] = mean
        variances[c] = variance


@njit(cache=True, error_model="numpy")
def lines(x, means, scales, beta, y):
    """(x − mean)·scale + beta over planes."""
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            _line(x[n, c], means[c], scales[c], beta[c], y[n, c])


@njit(cache=True, error_model="numpy")
def backward(dy, x, gamma, eps, dx, dgamma, dbeta):
    """All three gradients over planes."""
    kind = x.dtype.type
    count = x.shape[0] * x.shape[2]
    for c in range(x.shape[1]):
        total = 0.0
        flow = 0.0
        for n in range(x.shape[0]):
            total += _sum(x[n, c])
            flow += _sum(dy[n, c])
        mean = total / count
        head = kind(mean)
        total = 0.0
        product = 0.0
        for n in range(x.shape[0]):
            total += _squares(x[n, c], head)
            product += _products(dy[n, c], x[n, c], head)
        inverse = 1 / np.sqrt(_spread(total, count, mean - head) + eps)
        rest = (mean - head) * flow
        if np.isfinite(rest):
            product -= rest
        scale = gamma[c] * inverse
        slope = -scale * inverse * inverse * product / count
        flow_head = kind(flow / count)
        shift = kind(-scale * (flow / count - flow_head) - slope * (mean - head))
        for n in range(x.shape[0]):
            _plane(dy[n, c], flow_head, kind(scale), x[n, c], head, kind(slope), shift, dx[n, c])
        dgamma[c] = product * inverse
        dbeta[c] = flow


@njit(cache=True, error_model="numpy")
def _add(row, totals):
    for c in range(row.size):
        totals[c] += row[c]


@njit(cache=True, error_model="numpy")
def _add_squares(row, heads, totals):
    for c in range(row.size):
        centred = row[c] - heads[c]
        totals[c] += centred * centred


@njit(cache=True, error_model="numpy")
def _add_products(dy, row, heads, totals):
    for c in range(row.size):
        totals[c] += dy[c] * (row[c] - heads[c])


@njit(cache=True, error_model="numpy")
def _lines(row, heads, scales, shifts, out):
    for c in range(row.size):
        out[c] = (row[c] - heads[c]) * scales[c] + shifts[c]


@njit(cache=True, error_model="numpy")
def _planes(dy, dy_heads, scales, row, heads, slopes, shifts, out):
    for c in range(row.size):
        out[c] = (dy[c] - dy_heads[c]) * scales[c] + (row[c] - heads[c]) * slopes[c] + shifts[c]


@njit(cache=True, error_model="numpy")
def _find_statistics(x, a, b, heads, means, variances):
    """Fill the statistics of columns a to b."""
    count = x.shape[0]
    means[a:b] = 0
    variances[a:b] = 0
    for n in range(count):
        _add(x[n, a:b], means[a:b])
    for c in range(a, b):
        means[c] /= count
        heads[c] = means[c]
    for n in range(count):
        _add_squares(x[n, a:b], heads[a:b], variances[a:b])
    for c in range(a, b):
        variances[c] = _spread(variances[c], count, means[c] - heads[c])


@njit(cache=True, error_model="numpy")
def train_columns(x, gamma, beta, eps, y, means, variances):
    """Normalize columns; means and variances receive the statistics in double precision."""
    count, length = x.shape
    heads, scales, shifts = np.empty_like(gamma), np.empty_like(gamma), np.empty_like(gamma)
    width = max(16, SLAB // count)
    for a in range(0, length, width):
        b = min(length, a + width)
        _find_statistics(x, a, b, heads, means, variances)
        for c in range(a, b):
            scale = gamma[c] / np.sqrt(variances[c] + eps)
            scales[c] = scale
            shifts[c] = beta[c] - (means[c] - heads[c]) * scale
        for n in range(count):
            _lines(x[n, a:b], heads[a:b], scales[a:b], shifts[a:b], y[n, a:b])


@njit(cache=True, error_model="numpy")
def lines_columns(x, means, scales, beta, y):
    """(x − mean)·scale + beta over columns."""
    for n in range(x.shape[0]):
        _lines(x[n], means, scales, beta, y[n])


@njit(cache=True, error_model="numpy")
def backward_columns(dy, x, gamma, eps, dx, dgamma, dbeta):
    """All three gradients over columns; dgamma and dbeta in double precision."""
    count, length = x.shape
    heads, flow_heads = np.empty_like(gamma), np.empty_like(gamma)
    scales, slopes, shifts = np.empty_like(gamma), np.empty_like(gamma), np.empty_like(gamma)
    means, variances = np.empty_like(dgamma), np.empty_like(dgamma)
    width = max(16, SLAB // count)
    for a in range(0, length, width):
        b = min(length, a + width)
        _find_statistics(x, a, b, heads, means, variances)
        dgamma[a:b] = 0
        dbeta[a:b] = 0
        for n in range(count):
            _add(dy[n, a:b], dbeta[a:b])
            _add_products(dy[n, a:b], x[n, a:b], heads[a:b], dgamma[a:b])
        for c in range(a, b):
            rest = (means[c] - heads[c]) * dbeta[c]
            if np.isfinite(rest):
                dgamma[c] -= rest
            inverse = 1 / np.sqrt(variances[c] + eps)
            dgamma[c] *= inverse
            scale = gamma[c] * inverse
            slope = -scale * inverse * dgamma[c] / count
            flow = dbeta[c] / count
            flow_heads[c] = flow
            scales[c] = scale
            slopes[c] = slope
            shifts[c] = -scale * (flow - flow_heads[c]) - slope * (means[c] - heads[c])
        for n in range(count):
            _planes(
                dy[n, a:b], flow_heads[a:b], scales[a:b], x[n, a:b], heads[a:b], slopes[a:b], shifts[a:b], dx[n, a:b]
            )
