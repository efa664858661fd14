"""Pooling windows for plain Python: the rows and columns that each one covers, clipped to the image."""

from operator import index
from typing import NamedTuple

import numpy as np


class Grid(NamedTuple):
    """Windows as ranges: `rows[i]` and `columns[j]` are those of output cell (i, j); `area` counts padding too."""

    rows: list[range]
    columns: list[range]
    area: int


def grid(x, kernel, stride, padding):
    """Lay the windows over the images of x (N, C, H, W), refusing what does not fit."""
    if x.ndim != 4 or min(x.shape[2:]) < 1:
        raise ValueError(f"x must be (N, C, H, W) with at least one row and one column, got shape {x.shape}")
    kernel = _pair("kernel", kernel, 1)
    stride = kernel if stride is None else _pair("stride", stride, 1)
    padding = _pair("padding", padding, 0)
    rows, columns = (_spans(*sizes) for sizes in zip(x.shape[2:], kernel, stride, padding, strict=True))
    return Grid(rows, columns, kernel[0] * kernel[1])


def require_gradient(dy, x, g):
    """Refuse a dy that is not of the output's shape."""
    expected = (*x.shape[:2], len(g.rows), len(g.columns))
    if dy.shape != expected:
        raise ValueError(f"dy must have the output's shape {expected}, got {dy.shape}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def planes(x):
    """Every (H, W) image of x as a list of rows."""
    return [plane for channels in x.tolist() for plane in channels]


def assemble(results, shape, like):
    """Put a list of planes back into one array (N, C, …) of like's precision."""
    return np.array(results, like.dtype).reshape(shape)


def _spans(size, kernel, stride, padding):
    if 2 * padding > kernel:
        raise ValueError(f"padding must be at most half the kernel, got {padding} for a kernel of {kernel}")
    last = size + 2 * padding - kernel
    if last < 0:
        raise ValueError(f"kernel must fit into the padded image, got {kernel} over {size} padded by {padding}")
    starts = range(-padding, last - padding + 1, stride)
    return [range(max(start, 0), min(start + kernel, size)) for start in starts]


def _pair(name, value, least):
    try:
        rows, columns = (value, value) if isinstance(value, (int, np.integer)) else value
        rows, columns = index(rows), index(columns)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be an integer or a pair of integers (rows, columns), got {value!r}") from None
    if min(rows, columns) < least:
        raise ValueError(f"{name} must be at least {least}, got {value!r}")
    return rows, columns
