"""What a two-dimensional convolution costs."""

from collections.abc import Sequence
from math import prod
from operator import index

from ._windows import axes, require_layer


def conv2d_cost(
    x_shape: Sequence[int],
    w_shape: Sequence[int],
    *,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] | str = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
) -> tuple[tuple[int, int, int, int], int, int]:
    """Count the results, multiplications and parameters of `conv2d`.

    Args:
        x_shape: (N, C, H, W).
        w_shape: (O, C/groups, kh, kw).
        stride: as in `conv2d`.
        padding: as in `conv2d`.
        dilation: as in `conv2d`.
        groups: as in `conv2d`.

    Returns:
        The output's shape (N, O, H', W'); the multiplications for all N images, those with padding counted; the
        weights and biases.

    Raises:
        ValueError: as `conv2d`; or a shape is not made of four whole numbers that are not negative.

    Source: He and Sun, Convolutional Neural Networks at Constrained Time Cost, arXiv:1412.1710, equation 1.
    """
    x_shape, w_shape = _shape("x_shape", x_shape), _shape("w_shape", w_shape)
    require_layer(x_shape, w_shape, groups)
    rows, columns = axes(x_shape[2:], w_shape[2:], stride, padding, dilation)
    shape = (x_shape[0], w_shape[0], rows.count, columns.count)
    return shape, prod(shape) * prod(w_shape[1:]), prod(w_shape) + w_shape[0]


def _shape(name: str, shape: Sequence[int]) -> tuple[int, ...]:
    try:
        sizes = tuple(index(size) for size in shape)
    except TypeError:
        raise ValueError(f"{name} must be a sequence of whole numbers, got {shape!r}") from None
    if min(sizes, default=0) < 0:
        raise ValueError(f"{name} must not have negative sizes, got {sizes}")
    return sizes
