"""Normalization of groups with NumPy: x as (examples, groups, channels of a group, positions of a channel)."""

import numpy as np

from ._sums import dot, total


def forward(x, gamma, beta, eps, layout):
    """Means and variances as products of matrices; one array for the centred values that becomes the result."""
    y, inverse = _centred(x, eps, layout)
    if layout[3] > 1:
        y *= inverse * _spread(gamma, layout)
    else:
        y *= inverse
        y *= _spread(gamma, layout)
    y += _spread(beta, layout)
    return y.reshape(x.shape)


def backward(dy, x, gamma, eps, layout):
    """Two arrays in all: the normalized values, and the gradient that reaches them, which becomes that of x."""
    n, groups, width, size = layout
    normalized, inverse = _centred(x, eps, layout)
    normalized *= inverse
    channels = (n, groups * width, size)
    dgamma, dbeta = dot(dy.reshape(channels), normalized.reshape(channels)), total(dy.reshape(channels))
    dx = dy.reshape(layout) * _spread(gamma, layout)
    rows = (n, groups, width * size)
    projection = np.vecdot(dx.reshape(rows), normalized.reshape(rows)) / (width * size)
    normalized *= projection[..., None, None]
    dx -= _mean(dx, layout)
    dx -= normalized
    dx *= inverse
    return dx.reshape(x.shape), dgamma.astype(dy.dtype), dbeta.astype(dy.dtype)


def _centred(x, eps, layout):
    x = x.reshape(layout)
    centred = x - _mean(x, layout)
    rows = centred.reshape(*layout[:2], layout[2] * layout[3])
    variance = np.vecdot(rows, rows) / rows.shape[2]
    return centred, 1 / np.sqrt(variance + variance.dtype.type(eps))[..., None, None]


def _mean(x, layout):
    count = layout[2] * layout[3]
    return (x.reshape(*layout[:2], count) @ np.ones(count, x.dtype) / count)[..., None, None]


def _spread(parameter, layout):
    return parameter.reshape(*layout[1:3], 1)
