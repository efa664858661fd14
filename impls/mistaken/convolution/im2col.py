"""Mistakes people make in im2col: one row a window, N, H', W' down the rows and C, kh, kw along them."""

import numpy as np

from ._columns import grid, matrix, taken, windows
from ._windows import pair


def channels_after_taps(x, *, kernel, stride=1, padding=0):
    """You let the channels change fastest along a row.

    One channel's window comes after the other, as in the weights (O, C, kh, kw).
    Along a row: C, kh, kw.
    """
    return matrix(windows(x, *grid(x.shape[2:], kernel, stride, padding)), (0, 1, 2, 4, 5, 3))


def images_after_positions(x, *, kernel, stride=1, padding=0):
    """You let the images change fastest down the rows.

    All windows of the first image come first.
    Down the rows: N, H', W'.
    """
    return matrix(windows(x, *grid(x.shape[2:], kernel, stride, padding)), (1, 2, 0, 3, 4, 5))


def windows_as_columns(x, *, kernel, stride=1, padding=0):
    """You laid each window out as a column, as CS231n's im2col does.

    Here each window is a row, so that the product with the weights' transpose comes out with a row for each position.
    (N·H'·W', C·kh·kw).
    """
    return matrix(windows(x, *grid(x.shape[2:], kernel, stride, padding))).T


def kernel_exchanged(x, *, kernel, stride=1, padding=0):
    """You took the kernel as (columns, rows).

    The first number of a pair counts rows, the second columns.
    Windows have kernel[0] rows and kernel[1] columns.
    """
    return matrix(windows(x, *grid(x.shape[2:], pair(kernel)[::-1], stride, padding)))


def output_size_rounded_up(x, *, kernel, stride=1, padding=0):
    """You rounded the number of windows up, so the last ones hang over the edge.

    Leave out what the stride does not reach.
    H' = ⌊(H + 2p − kh)/s⌋ + 1.
    """
    rows, columns = (
        axis.padded_by(axis.before, axis.after + -(axis.size + axis.before + axis.after - axis.kernel) % axis.stride)
        for axis in grid(x.shape[2:], kernel, stride, padding)
    )
    return matrix(windows(x, rows, columns))


def padding_forgotten(x, *, kernel, stride=1, padding=0):
    """You did not pad the images.

    Surround them with zeros first: p on every side.
    Window (i, j) starts at (i·s − p, j·s − p).
    """
    return matrix(windows(x, *grid(x.shape[2:], kernel, stride, 0)))


def padded_at_the_end_only(x, *, kernel, stride=1, padding=0):
    """You put all the padding below and to the right.

    Half of it belongs above and to the left.
    The first window starts at −p.
    """
    axes = grid(x.shape[2:], kernel, stride, padding)
    return matrix(windows(x, *(axis.padded_by(0, axis.before + axis.after) for axis in axes)))


def border_repeated(x, *, kernel, stride=1, padding=0):
    """You repeated the border of the images in place of adding zeros.

    Padding is 0.
    x[i, j] = 0 outside the image.
    """
    rows, columns = grid(x.shape[2:], kernel, stride, padding)
    sides = ((0, 0), (0, 0), (rows.before, rows.after), (columns.before, columns.after))
    return matrix(taken(np.pad(x, sides, mode="edge"), rows, columns))


def window_starts_without_stride(x, *, kernel, stride=1, padding=0):
    """You made as many windows as there should be, but let window i start at row i.

    Multiply the window's index with the stride.
    Window (i, j) starts at (i·s − p, j·s − p).
    """
    rows, columns = grid(x.shape[2:], kernel, stride, padding)
    return matrix(windows(x, rows._replace(stride=1), columns._replace(stride=1)))


def stride_of_rows_for_columns(x, *, kernel, stride=1, padding=0):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns.
    Window (i, j) starts at (i·s[0] − p, j·s[1] − p).
    """
    return matrix(windows(x, *grid(x.shape[2:], kernel, pair(stride)[0], padding)))
