"""Mistakes people make in col2im: each row is added to the window that it came from, and the padding dropped."""

import numpy as np

from ._columns import added, grid, split
from ._windows import cropped, pair


def overwrites_overlaps(cols, x_shape, *, kernel, stride=1, padding=0):
    """You assigned with `=`: where windows overlap, only the last one's value survives.

    Add with `+=`.
    x[i·s + a] += cols[i, a].
    """
    rows, columns = grid(x_shape[2:], kernel, stride, padding)
    seen = split(cols, x_shape, rows, columns)
    return cropped(added(seen, x_shape, rows, columns, combine=lambda _, part: part), rows, columns)


def averaged_overlaps(cols, x_shape, *, kernel, stride=1, padding=0):
    """You divided each cell by the number of windows that cover it, so that col2im undoes im2col.

    It is im2col's adjoint, not its inverse: gradients that come from several windows add up.
    x[i·s + a] += cols[i, a].
    """
    rows, columns = grid(x_shape[2:], kernel, stride, padding)
    seen = split(cols, x_shape, rows, columns)
    count = added(np.ones_like(seen), x_shape, rows, columns)
    return cropped(added(seen, x_shape, rows, columns) / np.maximum(count, 1), rows, columns)


def padding_left_on(cols, x_shape, *, kernel, stride=1, padding=0):
    """You cut the padded sum to size from its corner, so everything is shifted by the padding.

    Start the cut at p.
    x = padded[p : p + H, p : p + W], not padded[:H, :W].
    """
    rows, columns = grid(x_shape[2:], kernel, stride, padding)
    return added(split(cols, x_shape, rows, columns), x_shape, rows, columns)[..., : x_shape[2], : x_shape[3]]


def cropped_with_minus_zero(cols, x_shape, *, kernel, stride=1, padding=0):
    """You cut the padding off with p:-p, which is empty when p is 0.

    Write p : p + H, which works for every p.
    x = padded[p : p + H, p : p + W].
    """
    rows, columns = grid(x_shape[2:], kernel, stride, padding)
    total = added(split(cols, x_shape, rows, columns), x_shape, rows, columns)
    return total[..., rows.before : -rows.after, columns.before : -columns.after]


def channels_after_taps(cols, x_shape, *, kernel, stride=1, padding=0):
    """You read the rows as if the channels changed fastest.

    One channel's window comes after the other, as in the weights (O, C, kh, kw).
    Along a row: C, kh, kw.
    """
    rows, columns = grid(x_shape[2:], kernel, stride, padding)
    seen = split(cols, x_shape, rows, columns, (0, 1, 2, 4, 5, 3))
    return cropped(added(seen, x_shape, rows, columns), rows, columns)


def images_after_positions(cols, x_shape, *, kernel, stride=1, padding=0):
    """You read the matrix as if the images changed fastest down the rows.

    All windows of the first image come first.
    Down the rows: N, H', W'.
    """
    rows, columns = grid(x_shape[2:], kernel, stride, padding)
    seen = split(cols, x_shape, rows, columns, (1, 2, 0, 3, 4, 5))
    return cropped(added(seen, x_shape, rows, columns), rows, columns)


def kernel_exchanged(cols, x_shape, *, kernel, stride=1, padding=0):
    """You took the kernel as (columns, rows).

    The first number of a pair counts rows, the second columns.
    Windows have kernel[0] rows and kernel[1] columns.
    """
    rows, columns = grid(x_shape[2:], pair(kernel)[::-1], stride, padding)
    return cropped(added(split(cols, x_shape, rows, columns), x_shape, rows, columns), rows, columns)


def window_starts_without_stride(cols, x_shape, *, kernel, stride=1, padding=0):
    """You added window i from row i on.

    Multiply the window's index with the stride.
    Window (i, j) starts at (i·s − p, j·s − p).
    """
    grid_ = rows, columns = grid(x_shape[2:], kernel, stride, padding)
    seen = split(cols, x_shape, *grid_)
    return cropped(added(seen, x_shape, rows._replace(stride=1), columns._replace(stride=1)), *grid_)


def stride_of_rows_for_columns(cols, x_shape, *, kernel, stride=1, padding=0):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns.
    Window (i, j) starts at (i·s[0] − p, j·s[1] − p).
    """
    rows, columns = grid(x_shape[2:], kernel, pair(stride)[0], padding)
    return cropped(added(split(cols, x_shape, rows, columns), x_shape, rows, columns), rows, columns)
