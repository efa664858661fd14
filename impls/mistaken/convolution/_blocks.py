"""A right convolution that keeps the size, forward and backward, for blocks that are put together wrongly."""

import numpy as np

from ._windows import axes, correlated, cropped, padded, spread, weighed


def same(x, w, b):
    """Convolve with an odd kernel, padded to keep the size."""
    return correlated(x, w, *_grid(x, w), 1) + b[:, np.newaxis, np.newaxis]


def same_backward(dy, x, w):
    """The gradients of images, weights and biases."""
    grid = _grid(x, w)
    dx = cropped(spread(dy, x, w, *grid, 1), *grid)
    return dx, weighed(dy, padded(x, *grid), w, *grid, 1), np.sum(dy, axis=(0, 2, 3))


def relu(x):
    """The positive part."""
    return np.maximum(x, 0)


def where_positive(x, dy):
    """The gradient of relu."""
    return np.where(x > 0, dy, np.zeros_like(dy))


def _grid(x, w):
    return axes(x.shape[2:], w.shape[2:], 1, tuple(k // 2 for k in w.shape[2:]))
