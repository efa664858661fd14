"""Mistakes people make in max_pool2d: the largest element of every window, padding counting as −∞."""

import numpy as np

from ._windows import largest, layout, pair, pooled


def zero_padding(x, *, kernel, stride=None, padding=0):
    """You padded with 0, so where everything is negative the padding wins.

    Pad with −∞, or leave the padding out of the window.
    y = max over the window's cells inside the image.
    """
    return pooled(x, largest, kernel, stride, padding, fill=0)


def starts_from_zero(x, *, kernel, stride=None, padding=0):
    """You started the running maximum at 0, so a window of negative values gives 0.

    Start from −∞, or from the window's first element.
    y = max over the window, which may be negative.
    """
    return pooled(x, lambda window: np.maximum(largest(window), 0), kernel, stride, padding, fill=-np.inf)


def starts_from_a_billion_below(x, *, kernel, stride=None, padding=0):
    """You started the running maximum at −1e9, as if nothing could be smaller.

    Start from −∞, or from the window's first element.
    y = max over the window, however small that is.
    """
    return pooled(x, lambda window: np.maximum(largest(window), -1e9), kernel, stride, padding, fill=-np.inf)


def starts_from_lowest_finite(x, *, kernel, stride=None, padding=0):
    """You started the running maximum at the lowest finite number, so a window of nothing but −∞ gives that number.

    Start from −∞, or from the window's first element.
    y = max over the window, −∞ where there is nothing else.
    """
    lowest = np.finfo(x.dtype).min
    return pooled(x, lambda window: np.maximum(largest(window), lowest), kernel, stride, padding, fill=-np.inf)


def stride_ignored(x, *, kernel, stride=None, padding=0):
    """You always moved by the kernel's size, whatever `stride` said.

    Move by the stride; the kernel is only its default.
    Window i starts at i·stride and there are ⌊(n + 2p − k)/stride⌋ + 1 of them.
    """
    return pooled(x, largest, kernel, None, padding, fill=-np.inf)


def stride_defaults_to_one(x, *, kernel, stride=None, padding=0):
    """You took a missing stride for 1.

    Without a stride, windows lie side by side: the stride is the kernel.
    stride = kernel if stride is None.
    """
    return pooled(x, largest, kernel, 1 if stride is None else stride, padding, fill=-np.inf)


def start_without_stride(x, *, kernel, stride=None, padding=0):
    """You let window i start at row i instead of row i·stride: the output's size is right, its content is not.

    Multiply the output index by the stride.
    Window (i, j) starts at (i·stride, j·stride).
    """
    output = layout(x, kernel, stride, padding)[3]
    return pooled(x, largest, kernel, 1, padding, fill=-np.inf, output=output)


def stride_of_rows_for_columns(x, *, kernel, stride=None, padding=0):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns.
    Window (i, j) starts at (i·stride[0], j·stride[1]).
    """
    rows = layout(x, kernel, stride, padding)[1][0]
    return pooled(x, largest, kernel, rows, padding, fill=-np.inf)


def padding_of_rows_for_columns(x, *, kernel, stride=None, padding=0):
    """You padded the columns with the padding of the rows.

    Use the second number of the pair for the columns.
    Window (i, j) starts at (i·stride[0] − padding[0], j·stride[1] − padding[1]).
    """
    return pooled(x, largest, kernel, stride, pair(padding)[0], fill=-np.inf)


def kernel_exchanged(x, *, kernel, stride=None, padding=0):
    """You took the kernel as (columns, rows): windows lie on their side.

    The first number of a pair counts rows, the second columns.
    Window (i, j) covers kernel[0] rows and kernel[1] columns.
    """
    _, stride, padding, _ = layout(x, kernel, stride, padding)
    return pooled(x, largest, pair(kernel)[::-1], stride, padding, fill=-np.inf)


def ragged_window_included(x, *, kernel, stride=None, padding=0):
    """You rounded the output size up, so a last window hangs over the edge.

    Round down: what the stride does not reach is left out.
    size = ⌊(n + 2p − k)/stride⌋ + 1.
    """
    k, s, p, _ = layout(x, kernel, stride, padding)
    output = [-(-(n + 2 * b - a) // c) + 1 for n, a, c, b in zip(x.shape[2:], k, s, p, strict=True)]
    # A window that lies past the end altogether is not there even when rounding up.
    output = [o - ((o - 1) * c >= n + 2 * b) for o, n, c, b in zip(output, x.shape[2:], s, p, strict=True)]
    return pooled(x, largest, k, s, p, fill=-np.inf, output=tuple(output))


def one_window_short(x, *, kernel, stride=None, padding=0):
    """You forgot the + 1 in the output size: the last row and column of windows are missing.

    There is one more window than there are steps.
    size = ⌊(n + 2p − k)/stride⌋ + 1.
    Wrong on every input.
    """
    rows, columns = layout(x, kernel, stride, padding)[3]
    return pooled(x, largest, kernel, stride, padding, fill=-np.inf, output=(rows - 1, columns - 1))


def square_output(x, *, kernel, stride=None, padding=0):
    """You computed the output's width from the height of the image.

    Compute both sizes, each from its own length.
    (⌊(H + 2p − kh)/sh⌋ + 1, ⌊(W + 2p − kw)/sw⌋ + 1).
    """
    rows = layout(x, kernel, stride, padding)[3][0]
    return pooled(x, largest, kernel, stride, padding, fill=-np.inf, output=(rows, rows))


def padding_ignored(x, *, kernel, stride=None, padding=0):
    """You never padded the image.

    Add `padding` rows and columns of −∞ on every side.
    size = ⌊(n + 2p − k)/stride⌋ + 1.
    """
    return pooled(x, largest, kernel, stride, 0, fill=-np.inf)


def padded_at_end_only(x, *, kernel, stride=None, padding=0):
    """You put the padding after the image and none before it, so windows start at the wrong place.

    Pad both sides: the first window starts at −p.
    Window i covers rows i·stride − p to i·stride − p + k − 1.
    """
    kernel, stride, (above, beside), output = layout(x, kernel, stride, padding)
    x = np.pad(x, ((0, 0), (0, 0), (0, 2 * above), (0, 2 * beside)), constant_values=-np.inf)
    return pooled(x, largest, kernel, stride, 0, fill=-np.inf, output=output)


def nan_ignored(x, *, kernel, stride=None, padding=0):
    """You compared with >, which is false for NaN, so a NaN in the window goes unnoticed.

    Let NaN win, as np.max does.
    y = NaN if the window holds one.
    """
    return pooled(x, lambda window: np.fmax.reduce(window, axis=(2, 3)), kernel, stride, padding, fill=-np.inf)


def largest_magnitude(x, *, kernel, stride=None, padding=0):
    """You took the maximum of |x|: a large negative value wins and loses its sign.

    Compare the values themselves.
    y = max over the window of x, not of |x|.
    """
    return pooled(np.abs(x), largest, kernel, stride, padding, fill=-np.inf)


def maximum_across_channels(x, *, kernel, stride=None, padding=0):
    """You took one maximum over all channels of the window.

    Pool each channel by itself: reduce over the two image axes only.
    y[n, c] = max over the window of x[n, c].
    """
    across = np.max(x, axis=1, keepdims=True, initial=-np.inf)
    return pooled(np.broadcast_to(across, x.shape), largest, kernel, stride, padding, fill=-np.inf)
