"""Windows that are added up: averages, gradients of pooling, images out of columns."""

import numpy as np
from _windows import axes, fold, windows


def avg_pool2d(how, x, *, kernel, stride=None, padding=0):
    """Sums of windows by their size."""
    rows, columns = axes(x.shape[2:], kernel, stride, padding)
    return how.total(windows(x, rows, columns), axis=(4, 5)) / (rows.kernel * columns.kernel)


def avg_pool2d_backward(how, dy, x, *, kernel, stride=None, padding=0):
    """Every cell of a window gets its share."""
    rows, columns = axes(x.shape[2:], kernel, stride, padding)
    share = (dy / (rows.kernel * columns.kernel))[..., np.newaxis, np.newaxis]
    return fold(how, np.broadcast_to(share, (*dy.shape, rows.kernel, columns.kernel)), rows, columns)


def max_pool2d_backward(how, dy, x, *, kernel, stride=None, padding=0):
    """The winner of a window gets its gradient; the first one does, and the first NaN before all others."""
    rows, columns = axes(x.shape[2:], kernel, stride, padding)
    seen = windows(x, rows, columns, -np.inf).reshape(*dy.shape, rows.kernel * columns.kernel)
    inside = windows(np.ones(x.shape, bool), rows, columns).reshape(seen.shape)
    # Among cells of −∞ padding must not win.
    winner = np.argmax(np.where(np.isnan(seen), 2, inside & (seen == np.max(seen, -1, keepdims=True))), axis=-1)
    parts = np.where(np.arange(seen.shape[-1]) == winner[..., np.newaxis], dy[..., np.newaxis], 0)
    return fold(how, parts.reshape(*dy.shape, rows.kernel, columns.kernel).astype(dy.dtype), rows, columns)


def global_avg_pool2d(how, x):
    """The mean of each channel."""
    return how.total(x, axis=(2, 3)) / (x.shape[2] * x.shape[3])


def col2im(how, cols, x_shape, *, kernel, stride=1, padding=0):
    """Windows added back."""
    n, c, *image = x_shape
    rows, columns = axes(image, kernel, stride, padding)
    parts = cols.reshape(n, rows.count, columns.count, c, rows.kernel, columns.kernel).transpose(0, 3, 1, 2, 4, 5)
    return fold(how, parts, rows, columns)
