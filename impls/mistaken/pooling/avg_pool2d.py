"""Mistakes people make in avg_pool2d: the mean of every window, padding counting as 0."""

import numpy as np

from ._windows import cells, layout, pair, pooled


def not_divided(x, *, kernel, stride=None, padding=0):
    """You added up the window and forgot to divide.

    Divide by the number of cells in the window.
    y = Σ window / (kh · kw).
    """
    return pooled(x, _sum, kernel, stride, padding, fill=0)


def divided_by_kernel_side(x, *, kernel, stride=None, padding=0):
    """You divided by the kernel's height instead of its area.

    A window has height times width cells.
    y = Σ window / (kh · kw).
    """
    return pooled(x, _sum, kernel, stride, padding, fill=0) / pair(kernel)[0]


def squares_one_side(x, *, kernel, stride=None, padding=0):
    """You divided by the square of the kernel's height, as if every kernel were square.

    A window has height times width cells.
    y = Σ window / (kh · kw).
    """
    return pooled(x, _sum, kernel, stride, padding, fill=0) / pair(kernel)[0] ** 2


def divided_by_stride_area(x, *, kernel, stride=None, padding=0):
    """You divided by the area of the stride, which is right only while the stride equals the kernel.

    Divide by the number of cells that were added up.
    y = Σ window / (kh · kw).
    """
    down, across = layout(x, kernel, stride, padding)[1]
    return pooled(x, _sum, kernel, stride, padding, fill=0) / (down * across)


def integer_division(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You divided with //, which rounds the mean down to a whole number.

    Divide with /.
    y = Σ window / (kh · kw).
    """
    return pooled(x, _sum, kernel, stride, padding, fill=0) // cells(x, kernel, stride, padding, divisor)


def zeros_not_counted(x, *, kernel, stride=None, padding=0):
    """You divided by the number of elements that are not 0, as if every 0 were padding.

    A 0 in the image is a value like any other; count the cells, not the values.
    y = Σ window / (kh · kw).
    """

    def mean(window):
        return _sum(window) / np.maximum(np.count_nonzero(window, axis=(2, 3)), 1).astype(window.dtype)

    return pooled(x, mean, kernel, stride, padding, fill=0)


def infinite_padding(x, *, kernel, stride=None, padding=0):
    """You padded with −∞, which is right for max pooling only: every mean with padding in it is −∞.

    Pad with 0.
    y = Σ window / (kh · kw), padding counting as 0.
    """
    return pooled(x, _sum, kernel, stride, padding, fill=-np.inf) / cells(x, kernel, stride, padding)


def padded_with_edge(x, *, kernel, stride=None, padding=0):
    """You padded by repeating the border of the image.

    Pad with 0.
    y = Σ window / (kh · kw), padding counting as 0.
    """
    kernel, stride, (above, beside), _ = layout(x, kernel, stride, padding)
    x = np.pad(x, ((0, 0), (0, 0), (above, above), (beside, beside)), mode="edge")
    return _mean(x, kernel, stride, 0)


def stride_ignored(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You always moved by the kernel's size, whatever `stride` said.

    Move by the stride; the kernel is only its default.
    Window i starts at i·stride and there are ⌊(n + 2p − k)/stride⌋ + 1 of them.
    """
    return _mean(x, kernel, None, padding, divisor)


def stride_defaults_to_one(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You took a missing stride for 1.

    Without a stride, windows lie side by side: the stride is the kernel.
    stride = kernel if stride is None.
    """
    return _mean(x, kernel, 1 if stride is None else stride, padding, divisor)


def start_without_stride(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You let window i start at row i instead of row i·stride: the output's size is right, its content is not.

    Multiply the output index by the stride.
    Window (i, j) starts at (i·stride, j·stride).
    """
    output = layout(x, kernel, stride, padding)[3]
    return _mean(x, kernel, 1, padding, divisor, output=output)


def stride_of_rows_for_columns(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns.
    Window (i, j) starts at (i·stride[0], j·stride[1]).
    """
    rows = layout(x, kernel, stride, padding)[1][0]
    return _mean(x, kernel, rows, padding, divisor)


def padding_of_rows_for_columns(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You padded the columns with the padding of the rows.

    Use the second number of the pair for the columns.
    Window (i, j) starts at (i·stride[0] − padding[0], j·stride[1] − padding[1]).
    """
    return _mean(x, kernel, stride, pair(padding)[0], divisor)


def kernel_exchanged(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You took the kernel as (columns, rows): windows lie on their side.

    The first number of a pair counts rows, the second columns.
    Window (i, j) covers kernel[0] rows and kernel[1] columns.
    """
    _, stride, padding, _ = layout(x, kernel, stride, padding)
    return _mean(x, pair(kernel)[::-1], stride, padding, divisor)


def ragged_window_included(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You rounded the output size up, so a last window hangs over the edge.

    Round down: what the stride does not reach is left out.
    size = ⌊(n + 2p − k)/stride⌋ + 1.
    """
    k, s, p, _ = layout(x, kernel, stride, padding)
    output = [-(-(n + 2 * b - a) // c) + 1 for n, a, c, b in zip(x.shape[2:], k, s, p, strict=True)]
    # A window that lies past the end altogether is not there even when rounding up.
    output = [o - ((o - 1) * c >= n + 2 * b) for o, n, c, b in zip(output, x.shape[2:], s, p, strict=True)]
    return _mean(x, k, s, p, divisor, output=tuple(output))


def one_window_short(x, *, kernel, stride=None, padding=0):
    """You forgot the + 1 in the output size: the last row and column of windows are missing.

    There is one more window than there are steps.
    size = ⌊(n + 2p − k)/stride⌋ + 1.
    Wrong on every input.
    """
    rows, columns = layout(x, kernel, stride, padding)[3]
    return _mean(x, kernel, stride, padding, output=(rows - 1, columns - 1))


def square_output(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You computed the output's width from the height of the image.

    Compute both sizes, each from its own length.
    (⌊(H + 2p − kh)/sh⌋ + 1, ⌊(W + 2p − kw)/sw⌋ + 1).
    """
    rows = layout(x, kernel, stride, padding)[3][0]
    return _mean(x, kernel, stride, padding, divisor, output=(rows, rows))


def padding_ignored(x, *, kernel, stride=None, padding=0):
    """You never padded the image.

    Add `padding` rows and columns of 0 on every side.
    size = ⌊(n + 2p − k)/stride⌋ + 1.
    """
    return _mean(x, kernel, stride, 0)


def padded_at_end_only(x, *, kernel, stride=None, padding=0):
    """You put the padding after the image and none before it, so windows start at the wrong place.

    Pad both sides: the first window starts at −p.
    Window i covers rows i·stride − p to i·stride − p + k − 1.
    """
    kernel, stride, (above, beside), output = layout(x, kernel, stride, padding)
    x = np.pad(x, ((0, 0), (0, 0), (0, 2 * above), (0, 2 * beside)))
    return _mean(x, kernel, stride, 0, output=output)


def nan_ignored(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You left NaN out of the mean, as np.nanmean does, so a fault upstream goes unnoticed.

    Let NaN through: use np.mean.
    y = NaN if the window holds one.
    """

    def mean(window):
        known = ~np.isnan(window)
        total = _sum(np.where(known, window, np.zeros_like(window)))
        return total / np.maximum(np.sum(known, axis=(2, 3)), 1).astype(window.dtype)

    return pooled(x, mean, kernel, stride, padding, fill=0 if divisor == "window" else np.nan)


def _sum(window):
    return np.sum(window, axis=(2, 3))


def _mean(x, kernel, stride, padding, divisor="window", output=None):
    counts = cells(x, kernel, stride, padding, divisor, output)
    return pooled(x, _sum, kernel, stride, padding, fill=0, output=output) / np.maximum(counts, 1)
