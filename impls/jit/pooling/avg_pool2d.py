"""Average pooling, compiled."""

import numpy as np
from numba import njit

from ._windows import planes, require_choice, require_gradient, sizes


def avg_pool2d(x, *, kernel, stride=None, padding=0, divisor="window"):
    """Rows are added up in a small line padded with 0, so that no inner loop tests a border."""
    kernel, stride, padding, output = sizes(x, kernel, stride, padding)
    divide_by = _divisors(x, kernel, stride, padding, output, divisor)
    y = np.empty(x.shape[:2] + output, x.dtype)
    _pool(planes(x), planes(y), *divide_by, *kernel, *stride, *padding)
    return y


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """A line of gradients is spread over its columns once and then added to whole rows."""
    kernel, stride, padding, output = sizes(x, kernel, stride, padding)
    require_gradient(dy, x, output)
    divide_by = _divisors(x, kernel, stride, padding, output, divisor)
    dx = np.empty(x.shape, dy.dtype)
    _spread(planes(dy), planes(dx), *divide_by, *kernel, *stride, *padding)
    return dx


def _divisors(x, kernel, stride, padding, output, divisor):
    """Two factors, one per output row and one per output column, whose product divides the sum."""
    require_choice("divisor", divisor, ("window", "valid"))
    if divisor == "window":
        return [np.full(count, k, x.dtype) for count, k in zip(output, kernel, strict=True)]
    met = []
    for image, k, s, p, count in zip(x.shape[2:], kernel, stride, padding, output, strict=True):
        starts = np.arange(count) * s - p
        met.append((np.minimum(starts + k, image) - np.maximum(starts, 0)).astype(x.dtype))
    return met


@njit(cache=True, error_model="numpy")
def _pool(x, y, by_row, by_column, kh, kw, sh, sw, ph, pw):
    height, width = x.shape[1:]
    line = np.zeros(width + 2 * pw, x.dtype)
    middle = line[pw : pw + width]
    for plane in range(x.shape[0]):
        for i in range(y.shape[1]):
            top = max(i * sh - ph, 0)
            for c in range(width):
                middle[c] = x[plane, top, c]
            for r in range(top + 1, min(i * sh - ph + kh, height)):
                _gather(x[plane, r], middle, 1)
            target = y[plane, i]
            for j in range(target.size):
                target[j] = line[j * sw]
            for b in range(1, kw):
                if sw == 1:
                    _gather(line[b:], target, 1)
                elif sw == 2:
                    _gather(line[b:], target, 2)
                else:
                    _gather(line[b:], target, sw)
            for j in range(target.size):
                target[j] /= by_row[i] * by_column[j]


@njit(cache=True, error_model="numpy")
def _spread(dy, dx, by_row, by_column, kh, kw, sh, sw, ph, pw):
    height, width = dx.shape[1:]
    line = np.empty(width + 2 * pw, dx.dtype)
    middle = line[pw : pw + width]
    share = np.empty(dy.shape[2], dx.dtype)
    for plane in range(dy.shape[0]):
        written = 0  # rows above hold sums already; those below have never been touched
        for i in range(dy.shape[1]):
            for j in range(share.size):
                share[j] = dy[plane, i, j] / (by_row[i] * by_column[j])
            line[:] = 0
            for b in range(kw):
                if sw == 1:
                    _scatter(share, line[b:], 1)
                elif sw == 2:
                    _scatter(share, line[b:], 2)
                else:
                    _scatter(share, line[b:], sw)
            top, bottom = max(i * sh - ph, 0), min(i * sh - ph + kh, height)
            dx[plane, written : max(top, written)] = 0
            for r in range(top, min(written, bottom)):
                _gather(middle, dx[plane, r], 1)
            for r in range(max(top, written), bottom):
                for c in range(width):
                    dx[plane, r, c] = middle[c]
            written = max(written, bottom)
        dx[plane, written:] = 0


@njit(cache=True, error_model="numpy")
def _gather(source, target, step):
    """Called with a literal step, the compiler can load vectors."""
    for j in range(target.size):
        target[j] += source[j * step]


@njit(cache=True, error_model="numpy")
def _scatter(source, target, step):
    for j in range(source.size):
        target[j * step] += source[j]
