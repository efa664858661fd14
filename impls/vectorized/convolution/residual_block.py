"""A residual block in NumPy."""

import numpy as np

from ._blocks import require_block
from ._windows import require_shape
from .conv2d import conv2d, conv2d_backward


def residual_block(x, w1, b1, w2, b2):
    """Two convolutions; everything else happens in place of what they return."""
    require_block(x, w1, b1, w2, b2)
    inner = conv2d(x, w1, b1, padding=1)
    y = conv2d(np.maximum(inner, 0, out=inner), w2, b2, padding=1)
    y += x
    return np.maximum(y, 0, out=y)


def residual_block_backward(dy, x, w1, b1, w2, b2):
    """The forward pass again, for its signs, and then both convolutions backwards."""
    require_block(x, w1, b1, w2, b2)
    require_shape("dy", dy, x.shape)
    inner = conv2d(x, w1, b1, padding=1)
    np.maximum(inner, 0, out=inner)
    total = conv2d(inner, w2, b2, padding=1)
    total += x
    dtotal = np.where(total > 0, dy, dy.dtype.type(0))
    dinner, dw2, db2 = conv2d_backward(dtotal, inner, w2, padding=1)
    dinner[~(inner > 0)] = 0
    dx, dw1, db1 = conv2d_backward(dinner, x, w1, padding=1)
    dx += dtotal
    return dx, dw1, db1, dw2, db2
