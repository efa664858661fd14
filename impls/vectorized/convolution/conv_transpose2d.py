"""Transposed convolution in NumPy."""

import numpy as np

from ._results import layout
from ._windows import fold, require_shape, windows


def conv_transpose2d(x, w, b, *, stride=1, padding=0, output_padding=0):
    """One product by BLAS makes all windows of the result, which are added up one tap at a time."""
    rows, columns = layout(x, w, stride, padding, output_padding)
    require_shape("b", b, (w.shape[1],))
    kernels, images = _matrices(x, w)
    y = fold((kernels.T @ images).reshape(x.shape[0], *w.shape[1:], *x.shape[2:]), rows, columns)
    y += b[:, np.newaxis, np.newaxis]
    return y


def conv_transpose2d_backward(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """The windows of dy are copied once, for two products by BLAS."""
    rows, columns = layout(x, w, stride, padding, output_padding)
    require_shape("dy", dy, (x.shape[0], w.shape[1], rows.size, columns.size))
    kernels, images = _matrices(x, w)
    seen = windows(dy, rows, columns).reshape(x.shape[0], kernels.shape[1], images.shape[2])
    dx = (kernels @ seen).reshape(x.shape)
    return dx, (images @ seen.swapaxes(1, 2)).sum(axis=0).reshape(w.shape), dy.sum(axis=(0, 2, 3))


def _matrices(x, w):
    """The kernels (C, outputs and taps) and the images (N, C, positions)."""
    taps, positions = w.shape[1] * w.shape[2] * w.shape[3], x.shape[2] * x.shape[3]
    return w.reshape(w.shape[0], taps), x.reshape(*x.shape[:2], positions)
