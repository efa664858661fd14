"""Pooling windows as taps: for each offset within the window, which output cells meet which input cells."""

from operator import index
from typing import NamedTuple

import numpy as np


class Grid(NamedTuple):
    """One list of (output slice, input slice) for each axis, one entry per tap, and the output's size."""

    row_taps: list[tuple[slice, slice]]
    column_taps: list[tuple[slice, slice]]
    output: tuple[int, int]
    kernel: tuple[int, int]


def grid(x, kernel, stride, padding):
    """Lay the windows over the images of x (N, C, H, W), refusing what does not fit."""
    if x.ndim != 4 or min(x.shape[2:]) < 1:
        raise ValueError(f"x must be (N, C, H, W) with at least one row and one column, got shape {x.shape}")
    kernel = _pair("kernel", kernel, 1)
    stride = kernel if stride is None else _pair("stride", stride, 1)
    padding = _pair("padding", padding, 0)
    sizes = list(zip(x.shape[2:], kernel, stride, padding, strict=True))
    rows, columns = (_count(*size) for size in sizes)
    return Grid(_taps(*sizes[0], rows), _taps(*sizes[1], columns), (rows, columns), kernel)


def require_gradient(dy, x, g):
    """Refuse a dy that is not of the output's shape."""
    expected = (*x.shape[:2], *g.output)
    if dy.shape != expected:
        raise ValueError(f"dy must have the output's shape {expected}, got {dy.shape}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def _count(size, kernel, stride, padding):
    if 2 * padding > kernel:
        raise ValueError(f"padding must be at most half the kernel, got {padding} for a kernel of {kernel}")
    if kernel > size + 2 * padding:
        raise ValueError(f"kernel must fit into the padded image, got {kernel} over {size} padded by {padding}")
    return (size + 2 * padding - kernel) // stride + 1


def _taps(size, kernel, stride, padding, count):
    """The slices are cut so that padding is never touched, which spares a padded copy."""
    taps = []
    for offset in range(-padding, kernel - padding):
        first = max(-(offset // stride), 0)
        stop = min((size - 1 - offset) // stride + 1, count)
        if first < stop:
            start = first * stride + offset
            taps.append((slice(first, stop), slice(start, (stop - 1) * stride + offset + 1, stride)))
    return taps


def _pair(name, value, least):
    try:
        rows, columns = (value, value) if isinstance(value, (int, np.integer)) else value
        rows, columns = index(rows), index(columns)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be an integer or a pair of integers (rows, columns), got {value!r}") from None
    if min(rows, columns) < least:
        raise ValueError(f"{name} must be at least {least}, got {value!r}")
    return rows, columns
