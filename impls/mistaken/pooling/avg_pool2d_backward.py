"""Mistakes people make in avg_pool2d_backward: each window's gradient, divided by its area, goes to all its cells."""

import numpy as np

from ._windows import cells, cropped, layout, minus_zero_cropped, pair, spread, to_all, to_first


def not_divided(dy, x, *, kernel, stride=None, padding=0):
    """You handed the whole gradient to every cell of the window.

    Each cell contributed one part in kh · kw, and gets back as much.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """
    return cropped(_evenly(dy, x, kernel, stride, padding), x, padding)


def divided_by_kernel_side(dy, x, *, kernel, stride=None, padding=0):
    """You divided by the kernel's height instead of its area.

    A window has height times width cells.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """
    return cropped(_evenly(dy / pair(kernel)[0], x, kernel, stride, padding), x, padding)


def squares_one_side(dy, x, *, kernel, stride=None, padding=0):
    """You divided by the square of the kernel's height, as if every kernel were square.

    A window has height times width cells.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """
    return cropped(_evenly(dy / pair(kernel)[0] ** 2, x, kernel, stride, padding), x, padding)


def divided_by_stride_area(dy, x, *, kernel, stride=None, padding=0):
    """You divided by the area of the stride, which is right only while the stride equals the kernel.

    Divide by the number of cells in the window.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """
    down, across = layout(x, kernel, stride, padding)[1]
    return cropped(_evenly(dy / (down * across), x, kernel, stride, padding), x, padding)


def averaged_over_windows(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """You divided each cell's gradient by the number of windows that cover it.

    Gradients that reach a cell on several ways add up; they are not averaged.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """
    total = _evenly(_share(dy, x, kernel, stride, padding, divisor), x, kernel, stride, padding)
    count = _evenly(np.ones_like(dy), x, kernel, stride, padding)
    return cropped(total / np.maximum(count, 1), x, padding)


def overwrites_overlaps(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """You assigned with `=`: where windows overlap, only the last one's gradient survives.

    Add with `+=`.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """
    dx = _evenly(
        _share(dy, x, kernel, stride, padding, divisor),
        x,
        kernel,
        stride,
        padding,
        combine=lambda old, part: part + np.zeros_like(old),
    )
    return cropped(dx, x, padding)


def to_first_cell(dy, x, *, kernel, stride=None, padding=0):
    """You put the gradient into one corner of the window, as when undoing a subsampling.

    Every cell of the window took part in the mean, so every one gets its share.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """

    def corner_only(window, gradient, inside):
        here = np.zeros(window.shape[2:], dtype=bool)
        here[0, 0] = True
        return np.where(here, gradient, np.zeros_like(gradient))

    return cropped(spread(dy, x, corner_only, kernel, stride, padding), x, padding)


def routed_to_maximum(dy, x, *, kernel, stride=None, padding=0):
    """You sent the gradient to the window's maximum: that is max pooling's backward.

    A mean depends on all its elements alike.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """
    return cropped(spread(dy, x, to_first, kernel, stride, padding), x, padding)


def ignores_upstream(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """You spread 1/(kh · kw) from every window and forgot to multiply by dy.

    The chain rule needs the gradient that comes from above.
    dx = Σ dy / (kh · kw) over the windows that cover the cell.
    """
    return cropped(
        _evenly(_share(np.ones_like(dy), x, kernel, stride, padding, divisor), x, kernel, stride, padding), x, padding
    )


def start_without_stride(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """You let window i start at row i instead of row i·stride, so gradients land in the wrong windows.

    Multiply the output index by the stride, as in the forward pass.
    Window (i, j) starts at (i·stride, j·stride).
    """
    dx = _evenly(
        _share(dy, x, kernel, stride, padding, divisor), x, kernel, stride, padding, corner=lambda i, j: (i, j)
    )
    return cropped(dx, x, padding)


def stride_of_rows_for_columns(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns, as in the forward pass.
    Window (i, j) starts at (i·stride[0], j·stride[1]).
    """
    step = layout(x, kernel, stride, padding)[1][0]
    dx = _evenly(
        _share(dy, x, kernel, stride, padding, divisor),
        x,
        kernel,
        stride,
        padding,
        corner=lambda i, j: (i * step, j * step),
    )
    return cropped(dx, x, padding)


def stride_ignored(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """You always moved by the kernel's size, whatever `stride` said.

    Move by the stride, as in the forward pass.
    Window (i, j) starts at (i·stride, j·stride).
    """
    down, across = pair(kernel)
    dx = _evenly(
        _share(dy, x, kernel, stride, padding, divisor),
        x,
        kernel,
        stride,
        padding,
        corner=lambda i, j: (i * down, j * across),
    )
    return cropped(dx, x, padding)


def kernel_exchanged(dy, x, *, kernel, stride=None, padding=0):
    """You took the kernel as (columns, rows): the gradient is spread over a window that lies on its side.

    The first number of a pair counts rows, the second columns.
    Window (i, j) covers kernel[0] rows and kernel[1] columns.
    """
    share = _share(dy, x, kernel, stride, padding)
    _, stride, padding, _ = layout(x, kernel, stride, padding)
    return cropped(_evenly(share, x, pair(kernel)[::-1], stride, padding), x, padding)


def padding_left_on(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """You cut the padded gradient to size from its corner, so everything is shifted by the padding.

    Start the cut at p.
    dx = padded[p : p + H, p : p + W], not padded[:H, :W].
    """
    return _evenly(_share(dy, x, kernel, stride, padding, divisor), x, kernel, stride, padding)[
        :, :, : x.shape[2], : x.shape[3]
    ]


def cropped_with_minus_zero(dy, x, *, kernel, stride=None, padding=0):
    """You cut the padding off with p:-p, which is empty when p is 0.

    Write p : p + H, which works for every p.
    dx = padded[p : p + H, p : p + W].
    """
    return minus_zero_cropped(_evenly(_share(dy, x, kernel, stride, padding), x, kernel, stride, padding), padding)


def _share(dy, x, kernel, stride, padding, divisor="window"):
    return dy / cells(x, kernel, stride, padding, divisor)


def _evenly(gradients, x, kernel, stride, padding, **choices):
    return spread(gradients, x, to_all, kernel, stride, padding, **choices)
