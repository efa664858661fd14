"""What a convolution costs."""

from math import prod
from operator import index

from ._windows import axes, require_layer


def conv2d_cost(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """Whole numbers of Python, which cannot overflow as NumPy's can."""
    x_shape, w_shape = _sizes("x_shape", x_shape), _sizes("w_shape", w_shape)
    require_layer(x_shape, w_shape, groups)
    rows, columns = axes(x_shape[2:], w_shape[2:], stride, padding, dilation)
    shape = (x_shape[0], w_shape[0], rows.count, columns.count)
    return shape, prod(shape) * prod(w_shape[1:]), prod(w_shape) + w_shape[0]


def _sizes(name, shape):
    try:
        sizes = tuple(index(size) for size in shape)
    except TypeError:
        raise ValueError(f"{name} must be a sequence of whole numbers, got {shape!r}") from None
    if min(sizes, default=0) < 0:
        raise ValueError(f"{name} must not have negative sizes, got {sizes}")
    return sizes
