"""Convolution in NumPy."""

import numpy as np

from ._windows import axes, fold, require_choice, require_layer, require_shape, windows


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """All windows become columns of one matrix per image and group, so that BLAS does the arithmetic."""
    require_layer(x.shape, w.shape, groups)
    rows, columns = axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)
    require_shape("b", b, (w.shape[0],))
    seen, kernels = _matrices(x, w, groups, rows, columns)
    y = (kernels @ seen).reshape(x.shape[0], w.shape[0], rows.count, columns.count)
    y += b[:, np.newaxis, np.newaxis]
    return y


def conv2d_backward(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """Two products by BLAS; the images' gradient is added back together one tap at a time."""
    require_layer(x.shape, w.shape, groups)
    rows, columns = axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)
    require_shape("dy", dy, (x.shape[0], w.shape[0], rows.count, columns.count))
    require_choice("batch", batch, ("sum", "mean"))
    seen, kernels = _matrices(x, w, groups, rows, columns)
    gradient = dy.reshape(x.shape[0], *kernels.shape[:2], seen.shape[3])
    dw = (gradient @ seen.swapaxes(2, 3)).sum(axis=0).reshape(w.shape)
    db = dy.sum(axis=(0, 2, 3))
    if batch == "mean":
        with np.errstate(invalid="ignore"):  # the mean over no images is NaN
            dw /= len(x)
            db /= len(x)
    dseen = kernels.swapaxes(1, 2) @ gradient
    shape = (*x.shape[:2], rows.kernel, columns.kernel, rows.count, columns.count)
    return fold(dseen.reshape(shape), rows, columns), dw, db


def _matrices(x, w, groups, rows, columns):
    """The windows (N, groups, taps of a group, positions) and the kernels (groups, outputs of a group, taps)."""
    taps = w.shape[1] * rows.kernel * columns.kernel
    seen = windows(x, rows, columns).reshape(x.shape[0], groups, taps, rows.count * columns.count)
    return seen, w.reshape(groups, w.shape[0] // groups, taps)
