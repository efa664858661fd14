"""Transposed convolution: the products of BLAS around compiled sums of windows."""

import numpy as np

from ._results import layout
from ._windows import add_bias, bias_gradient, block, fold, plain_memory, require_shape, unfold


def conv_transpose2d(x, w, b, *, stride=1, padding=0, output_padding=0):
    """A block of images at a time, so that its windows are still in cache when they are added up."""
    rows, columns = layout(x, w, stride, padding, output_padding)
    require_shape("b", b, (w.shape[1],))
    kernels, images = _matrices(x, w)
    y = np.empty((len(x), w.shape[1], rows.size, columns.size), x.dtype)
    room = block(y, 1, rows, columns)
    for part in _parts(x, room):
        count = len(images[part])
        np.matmul(kernels.T, images[part], out=room.matrices[:count, 0])
        fold(room.windows[:count], room.frame, room.steps)
        y[part] = room.inside[:count]
    add_bias(y.reshape(*y.shape[:2], rows.size * columns.size), plain_memory(b))
    return y


def conv_transpose2d_backward(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """The windows of dy are copied once, for two products by BLAS."""
    rows, columns = layout(x, w, stride, padding, output_padding)
    require_shape("dy", dy, (x.shape[0], w.shape[1], rows.size, columns.size))
    kernels, images = _matrices(x, w)
    room = block(dy, 1, rows, columns)
    dx, dkernels = np.empty(images.shape, dy.dtype), np.zeros(kernels.shape, dy.dtype)
    for part in _parts(x, room):
        count = len(images[part])
        room.inside[:count] = dy[part]
        unfold(room.frame, room.windows[:count], room.steps)
        seen = room.matrices[:count, 0]
        np.matmul(kernels, seen, out=dx[part])
        dkernels += np.matmul(images[part], seen.transpose(0, 2, 1)).sum(axis=0)
    db = np.empty(w.shape[1], dy.dtype)
    bias_gradient(plain_memory(dy).reshape(*dy.shape[:2], rows.size * columns.size), 1.0, db)
    return dx.reshape(x.shape), dkernels.reshape(w.shape), db


def _matrices(x, w):
    """The kernels (C, outputs and taps) and the images (N, C, positions)."""
    taps, positions = w.shape[1] * w.shape[2] * w.shape[3], x.shape[2] * x.shape[3]
    return plain_memory(w).reshape(w.shape[0], taps), plain_memory(x).reshape(*x.shape[:2], positions)


def _parts(x, room):
    """The images, a block at a time."""
    return [slice(i, i + len(room.frame)) for i in range(0, len(x), len(room.frame))]
