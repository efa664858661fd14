"""The three sums of convolutions position by position: one window after the other slides over the image."""

import numpy as np
from _windows import padded, windows


def correlate(how, x, w, rows, columns):
    """Each number of the result by itself."""
    seen = windows(x, rows, columns)
    y = np.empty((len(x), len(w), rows.count, columns.count), x.dtype)
    for n, i, j in np.ndindex(len(x), rows.count, columns.count):
        for o in range(len(w)):
            y[n, o, i, j] = np.sum(seen[n, :, i, j] * w[o])
    return y


def spread(how, dy, w, rows, columns):
    """Each position adds its kernel, scaled, to what it saw."""
    total = np.zeros_like(padded(np.zeros((len(dy), w.shape[1], rows.size, columns.size), dy.dtype), rows, columns))
    for n, i, j in np.ndindex(len(dy), rows.count, columns.count):
        place = (n, slice(None), _seen(rows, i), _seen(columns, j))
        total[place] += np.tensordot(dy[n, :, i, j], w, 1)
    return total[:, :, rows.inside, columns.inside]


def kernel(how, dy, x, rows, columns):
    """Each position adds what it saw, scaled."""
    seen = padded(x, rows, columns)
    dw = np.zeros((dy.shape[1], x.shape[1], rows.kernel, columns.kernel), x.dtype)
    for n, i, j in np.ndindex(len(dy), rows.count, columns.count):
        dw += np.multiply.outer(dy[n, :, i, j], seen[n, :, _seen(rows, i), _seen(columns, j)])
    return dw


def _seen(axis, i):
    return slice(i * axis.stride, i * axis.stride + axis.reach, axis.dilation)
