"""Convolution: compiled copies of windows around the products of BLAS."""

import math

import numpy as np

from ._windows import (
    add_bias,
    axes,
    bias_gradient,
    block,
    fold,
    plain_memory,
    require_choice,
    require_layer,
    require_shape,
    unfold,
)


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """A block of images at a time, so that its windows are still in cache when BLAS multiplies them."""
    require_layer(x.shape, w.shape, groups)
    rows, columns = axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)
    require_shape("b", b, (w.shape[0],))
    kernels, room = _kernels(w, groups), block(x, groups, rows, columns)
    y = np.empty((len(x), *kernels.shape[:2], rows.count * columns.count), x.dtype)
    for part in _parts(x, room):
        images = room.inside[: len(x[part])]
        images[...] = x[part]
        unfold(room.frame, room.windows[: len(images)], room.steps)
        np.matmul(kernels, room.matrices[: len(images)], out=y[part])
    add_bias(y.reshape(len(x), w.shape[0], y.shape[3]), plain_memory(b))
    return y.reshape(len(x), w.shape[0], rows.count, columns.count)


def conv2d_backward(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """The same room holds a block's windows, and then their gradients."""
    require_layer(x.shape, w.shape, groups)
    rows, columns = axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)
    require_shape("dy", dy, (x.shape[0], w.shape[0], rows.count, columns.count))
    require_choice("batch", batch, ("sum", "mean"))
    kernels, room = _kernels(w, groups), block(x, groups, rows, columns)
    gradients = plain_memory(dy).reshape(len(x), *kernels.shape[:2], rows.count * columns.count)
    dx, dkernels = np.empty(x.shape, dy.dtype), np.zeros(kernels.shape, dy.dtype)
    for part in _parts(x, room):
        images, gradient = room.inside[: len(x[part])], gradients[part]
        windows, matrices = room.windows[: len(images)], room.matrices[: len(images)]
        images[...] = x[part]
        unfold(room.frame, windows, room.steps)
        dkernels += np.matmul(gradient, matrices.transpose(0, 1, 3, 2)).sum(axis=0)
        np.matmul(kernels.transpose(0, 2, 1), gradient, out=matrices)
        fold(windows, room.frame, room.steps)
        dx[part] = images
        room.frame[:] = 0
    factor = 1.0 if batch == "sum" else 1 / len(x) if len(x) else math.nan
    if batch == "mean":
        dkernels *= dkernels.dtype.type(factor)
    db = np.empty(w.shape[0], dy.dtype)
    bias_gradient(gradients.reshape(len(x), w.shape[0], gradients.shape[3]), factor, db)
    return dx, dkernels.reshape(w.shape), db


def _kernels(w, groups):
    """The weights as one matrix per group: (groups, outputs of a group, taps)."""
    return plain_memory(w).reshape(groups, w.shape[0] // groups, w.shape[1] * w.shape[2] * w.shape[3])


def _parts(x, room):
    """The images, a block at a time."""
    return [slice(i, i + len(room.frame)) for i in range(0, len(x), len(room.frame))]
