"""Pooling down the columns first, then along the rows."""

import numpy as np
from _windows import axes, padded


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """The largest of the columns' largest."""
    return _both_ways(np.maximum, x, -np.inf, kernel, stride, padding)


def avg_pool2d(x, *, kernel, stride=None, padding=0):
    """The sums of the columns' sums."""
    return _both_ways(np.add, x, 0, kernel, stride, padding) / np.prod(np.broadcast_to(kernel, 2)).astype(x.dtype)


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0):
    """Spread along the rows, then along the columns."""
    rows, columns = axes(x.shape[2:], kernel, stride, padding)
    beside = _spread(dy / columns.kernel, columns)
    return _spread((beside / rows.kernel).swapaxes(2, 3), rows).swapaxes(2, 3)


def global_max_pool2d(x):
    """The largest of the rows' largest."""
    return x.max(axis=3).max(axis=2)


def global_avg_pool2d(x):
    """The mean of the rows' means."""
    return x.mean(axis=3).mean(axis=2)


def global_avg_pool2d_backward(dy, x):
    """Shares of rows, then of cells."""
    rows = np.repeat(dy[:, :, np.newaxis] / x.shape[2], x.shape[2], axis=2)
    return np.repeat(rows[..., np.newaxis] / x.shape[3], x.shape[3], axis=3)


def _both_ways(combine, x, fill, kernel, stride, padding):
    rows, columns = axes(x.shape[2:], kernel, stride, padding)
    seen = padded(x, rows, columns, fill)
    down = seen[:, :, rows.tap(0)]
    for i in range(1, rows.kernel):
        down = combine(down, seen[:, :, rows.tap(i)])
    across = down[..., columns.tap(0)]
    for j in range(1, columns.kernel):
        across = combine(across, down[..., columns.tap(j)])
    return across.copy()


def _spread(shares, axis):
    total = np.zeros((*shares.shape[:-1], axis.before + axis.size + axis.after), shares.dtype)
    for j in range(axis.kernel):
        total[..., axis.tap(j)] += shares
    return total[..., axis.inside]
