"""Pooling and cutting window by window, cut off at the border instead of padded."""

import numpy as np
from _windows import axes


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """The largest of what is there."""
    y, laid = _blank(x, kernel, stride, padding)
    for i, j, window in _places(*laid):
        y[:, :, i, j] = x[:, :, *window].max(axis=(2, 3))
    return y


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0):
    """The first largest of what is there gets the gradient; argmax takes a NaN for the largest."""
    dx = np.zeros_like(x)
    for i, j, window in _places(*_blank(x, kernel, stride, padding)[1]):
        seen = x[:, :, *window]
        winner = seen.reshape(*seen.shape[:2], -1 if seen.size else 1).argmax(axis=2)
        down, across = np.unravel_index(winner, seen.shape[2:])
        n, c = np.indices(winner.shape)
        dx[n, c, window[0].start + down, window[1].start + across] += dy[:, :, i, j]
    return dx


def avg_pool2d(x, *, kernel, stride=None, padding=0):
    """The sum of what is there, by the size of the window."""
    y, laid = _blank(x, kernel, stride, padding)
    for i, j, window in _places(*laid):
        y[:, :, i, j] = x[:, :, *window].sum(axis=(2, 3)) / (laid[0].kernel * laid[1].kernel)
    return y


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0):
    """What is there gets its share."""
    dx, laid = np.zeros_like(x), _blank(x, kernel, stride, padding)[1]
    for i, j, window in _places(*laid):
        dx[:, :, *window] += (dy[:, :, i, j] / (laid[0].kernel * laid[1].kernel))[:, :, np.newaxis, np.newaxis]
    return dx


def global_max_pool2d_backward(dy, x):
    """One window over everything."""
    return max_pool2d_backward(dy[:, :, np.newaxis, np.newaxis], x, kernel=x.shape[2:])


def global_max_pool2d(x):
    """One window over everything."""
    return max_pool2d(x, kernel=x.shape[2:])[:, :, 0, 0]


def im2col(x, *, kernel, stride=1, padding=0):
    """One row after the other."""
    n, c = x.shape[:2]
    rows, columns = axes(x.shape[2:], kernel, stride, padding)
    cols = np.zeros((n, rows.count, columns.count, c, rows.kernel, columns.kernel), x.dtype)
    for i, j, (down, across) in _places(rows, columns):
        at = slice(down.start - i * rows.stride + rows.before, down.stop - i * rows.stride + rows.before)
        on = slice(
            across.start - j * columns.stride + columns.before, across.stop - j * columns.stride + columns.before
        )
        cols[:, i, j, :, at, on] = x[:, :, down, across]
    return cols.reshape(n * rows.count * columns.count, c * rows.kernel * columns.kernel)


def _blank(x, kernel, stride, padding):
    laid = axes(x.shape[2:], kernel, stride, padding)
    return np.zeros((*x.shape[:2], laid[0].count, laid[1].count), x.dtype), laid


def _places(rows, columns):
    for i, j in np.ndindex(rows.count, columns.count):
        yield i, j, (_cut(rows, i), _cut(columns, j))


def _cut(axis, i):
    start = i * axis.stride - axis.before
    return slice(max(start, 0), min(start + axis.kernel, axis.size))
