"""The three sums of convolutions with columns: the windows of one image side by side, one product an image."""

import numpy as np
from _windows import fold, windows


def correlate(how, x, w, rows, columns):
    """Kernels by columns."""
    seen = windows(x, rows, columns).transpose(0, 1, 4, 5, 2, 3).reshape(len(x), w[0].size, rows.count * columns.count)
    return (w.reshape(len(w), w[0].size) @ seen).reshape(len(x), len(w), rows.count, columns.count)


def spread(how, dy, w, rows, columns):
    """Columns of gradients, folded back."""
    flat = dy.reshape(*dy.shape[:2], rows.count * columns.count)
    parts = (w.reshape(len(w), w[0].size).T @ flat).reshape(
        len(dy), w.shape[1], rows.kernel, columns.kernel, rows.count, columns.count
    )
    return fold(how, parts.transpose(0, 1, 4, 5, 2, 3), rows, columns)


def kernel(how, dy, x, rows, columns):
    """Image after image."""
    dw = np.zeros((dy.shape[1], x.shape[1], rows.kernel, columns.kernel), x.dtype)
    for gradient, seen in zip(dy, windows(x, rows, columns), strict=True):
        dw += np.tensordot(gradient, seen, ((1, 2), (1, 2)))
    return dw
