"""A residual block in plain Python."""

from ._blocks import each, rectified, require_block
from ._windows import require_shape
from .conv2d import conv2d, conv2d_backward


def residual_block(x, w1, b1, w2, b2):
    """Two convolutions, and one pass for each relu."""
    require_block(x, w1, b1, w2, b2)
    inner = each(rectified, conv2d(x, w1, b1, padding=1))
    return each(lambda value, more: rectified(value + more), x, conv2d(inner, w2, b2, padding=1))


def residual_block_backward(dy, x, w1, b1, w2, b2):
    """The forward pass again, for its signs, and then both convolutions backwards."""
    require_block(x, w1, b1, w2, b2)
    require_shape("dy", dy, x.shape)
    inner = each(rectified, conv2d(x, w1, b1, padding=1))
    more = conv2d(inner, w2, b2, padding=1)
    dtotal = each(lambda d, value, change: d if value + change > 0 else 0.0, dy, x, more)
    dinner, dw2, db2 = conv2d_backward(dtotal, inner, w2, padding=1)
    dinner = each(lambda d, value: d if value > 0 else 0.0, dinner, inner)
    dx, dw1, db1 = conv2d_backward(dinner, x, w1, padding=1)
    return each(lambda a, b: a + b, dtotal, dx), dw1, db1, dw2, db2
