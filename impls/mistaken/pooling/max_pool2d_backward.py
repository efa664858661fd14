"""Mistakes people make in max_pool2d_backward: each window's gradient goes to its (first) maximum."""

from functools import partial

import numpy as np

from ._windows import (
    cropped,
    first_largest,
    first_place,
    layout,
    minus_zero_cropped,
    one_of,
    pair,
    spread,
    to_all,
    to_first,
    to_winners,
)


def overwrites_window(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You assigned the window's gradient with `=`, which also wipes out what earlier windows left in it.

    Add with `+=`: windows overlap when the stride is smaller than the kernel.
    dx[r, c] = Σ dy[i, j] over all windows that (r, c) wins.
    """
    dx = spread(dy, x, partial(to_winners, ties=ties), kernel, stride, padding, combine=_latest)
    return cropped(dx, x, padding)


def overwrites_winner(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You assigned dy to the winner with `=`: an element that wins several windows keeps the last gradient only.

    Add with `+=`: windows overlap when the stride is smaller than the kernel.
    dx[r, c] = Σ dy[i, j] over all windows that (r, c) wins.
    """
    dx = spread(dy, x, partial(to_winners, ties=ties), kernel, stride, padding, combine=_latest_winner)
    return cropped(dx, x, padding)


def to_last_of_equals(dy, x, *, kernel, stride=None, padding=0):
    """You let the last of equal maxima win, as a comparison with >= does.

    Compare with >, so that the first one in row-major order stays.
    dx goes to the first (r, c) with x[r, c] = max of the window.
    """

    def to_last(window, gradient, inside):
        turned = first_largest(window[:, :, ::-1, ::-1], inside[::-1, ::-1])[:, :, ::-1, ::-1]
        winner = np.where(_any(np.isnan(window)), first_largest(window, inside), turned)
        return np.where(winner, gradient, np.zeros_like(gradient))

    return cropped(spread(dy, x, to_last, kernel, stride, padding), x, padding)


def first_in_column_order(dy, x, *, kernel, stride=None, padding=0):
    """You searched the window column by column, so of equal maxima the leftmost wins instead of the topmost.

    Search row by row.
    dx goes to the first maximum in row-major order.
    """

    def to_leftmost(window, gradient, inside):
        turned = first_largest(np.swapaxes(window, 2, 3), inside.T)
        return np.where(np.swapaxes(turned, 2, 3), gradient, np.zeros_like(gradient))

    return cropped(spread(dy, x, to_leftmost, kernel, stride, padding), x, padding)


def index_split_by_height(dy, x, *, kernel, stride=None, padding=0):
    """You turned the winner's flat index into row and column by dividing by the window's height.

    Divide by its width: the index counts along the rows.
    row, column = divmod(index, kw).
    """

    def misplaced(window, gradient, inside):
        height, width = window.shape[2:]
        index = first_place(window, inside)
        row, column = np.minimum(index // height, height - 1), np.minimum(index % height, width - 1)
        return np.where(one_of(window, row * width + column), gradient, np.zeros_like(gradient))

    return cropped(spread(dy, x, misplaced, kernel, stride, padding), x, padding)


def spread_over_window(dy, x, *, kernel, stride=None, padding=0):
    """You gave the gradient to every element of the window.

    Only the maximum moves the output, so only it gets the gradient.
    dx = dy at the window's maximum, 0 elsewhere.
    """
    return cropped(spread(dy, x, to_all, kernel, stride, padding), x, padding)


def ignores_upstream(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You put a 1 at every maximum and forgot to multiply by dy.

    The chain rule needs the gradient that comes from above.
    dx = dy at the window's maximum, 0 elsewhere.
    """
    return cropped(spread(np.ones_like(dy), x, partial(to_winners, ties=ties), kernel, stride, padding), x, padding)


def multiplied_by_maximum(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You masked the window, x · [x = max], and multiplied that by dy: the value itself came along.

    Multiply dy by the mask alone.
    dx = dy · [x = max], not dy · x · [x = max].
    """

    def masked(window, gradient, inside):
        return to_winners(window, gradient * window, inside, ties)

    return cropped(spread(dy, x, masked, kernel, stride, padding), x, padding)


def start_without_stride(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You let window i start at row i instead of row i·stride, so gradients land in the wrong windows.

    Multiply the output index by the stride, as in the forward pass.
    Window (i, j) starts at (i·stride, j·stride).
    """
    dx = spread(dy, x, partial(to_winners, ties=ties), kernel, stride, padding, corner=lambda i, j: (i, j))
    return cropped(dx, x, padding)


def stride_of_rows_for_columns(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns, as in the forward pass.
    Window (i, j) starts at (i·stride[0], j·stride[1]).
    """
    step = layout(x, kernel, stride, padding)[1][0]
    dx = spread(
        dy, x, partial(to_winners, ties=ties), kernel, stride, padding, corner=lambda i, j: (i * step, j * step)
    )
    return cropped(dx, x, padding)


def kernel_exchanged(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You took the kernel as (columns, rows): the winner is looked for in a window that lies on its side.

    The first number of a pair counts rows, the second columns.
    Window (i, j) covers kernel[0] rows and kernel[1] columns.
    """
    _, stride, padding, _ = layout(x, kernel, stride, padding)
    return cropped(spread(dy, x, partial(to_winners, ties=ties), pair(kernel)[::-1], stride, padding), x, padding)


def stride_ignored(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You always moved by the kernel's size, whatever `stride` said.

    Move by the stride, as in the forward pass.
    Window (i, j) starts at (i·stride, j·stride).
    """
    down, across = pair(kernel)
    dx = spread(
        dy, x, partial(to_winners, ties=ties), kernel, stride, padding, corner=lambda i, j: (i * down, j * across)
    )
    return cropped(dx, x, padding)


def zero_padding(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You padded with 0, so where everything is negative the padding wins and its gradient is cut away.

    Pad with −∞: padding must never win.
    Every window's dy arrives somewhere in dx.
    """

    def to_any(window, gradient, inside):
        return to_winners(window, gradient, np.ones_like(inside), ties)

    return cropped(spread(dy, x, to_any, kernel, stride, padding, fill=0), x, padding)


def padding_left_on(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You cut the padded gradient to size from its corner, so everything is shifted by the padding.

    Start the cut at p.
    dx = padded[p : p + H, p : p + W], not padded[:H, :W].
    """
    return spread(dy, x, partial(to_winners, ties=ties), kernel, stride, padding)[:, :, : x.shape[2], : x.shape[3]]


def cropped_with_minus_zero(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You cut the padding off with p:-p, which is empty when p is 0.

    Write p : p + H, which works for every p.
    dx = padded[p : p + H, p : p + W].
    """
    return minus_zero_cropped(spread(dy, x, partial(to_winners, ties=ties), kernel, stride, padding), padding)


def padding_forgotten(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You forgot the padding: window (0, 0) is taken to start at the image's corner instead of p before it.

    Pad x as in the forward pass, then cut the padding off the result.
    Window (i, j) starts at (i·stride − p, j·stride − p).
    """
    _, stride, _, _ = layout(x, kernel, stride, padding)
    return spread(dy, x, partial(to_winners, ties=ties), kernel, stride, 0)


def nan_loses_gradient(dy, x, *, kernel, stride=None, padding=0):
    """You looked for x = max, which no element fulfils when the maximum is NaN: the gradient disappears.

    Let the first NaN of the window take it, as np.argmax does.
    Every window's dy arrives somewhere in dx.
    """

    def if_equal(window, gradient, inside):
        top = np.max(window, axis=(2, 3), keepdims=True)
        return np.where(first_largest(window, inside) & (window == top), gradient, np.zeros_like(gradient))

    return cropped(spread(dy, x, if_equal, kernel, stride, padding), x, padding)


def nan_ignored(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You compared with >, which is false for NaN, so the largest of the other elements wins.

    Let the first NaN of the window take the gradient, as np.argmax does.
    dx goes to the first NaN of the window, if it holds one.
    """

    def to_number(window, gradient, inside):
        numbers = np.where(np.isnan(window), np.full_like(window, -np.inf), window)
        return to_winners(numbers, gradient, inside, ties)

    return cropped(spread(dy, x, to_number, kernel, stride, padding), x, padding)


def mask_by_equality(dy, x, *, kernel, stride=None, padding=0):
    """You masked the window with window == max: each of several equal maxima gets all of the gradient, a NaN none.

    Give it to one element: the first NaN, or else the first maximum, as np.argmax finds them.
    Every window's dy arrives exactly once in dx.
    """

    def to_equals(window, gradient, inside):
        top = np.max(window, axis=(2, 3), keepdims=True)
        return np.where(inside & (window == top), gradient, np.zeros_like(gradient))

    return cropped(spread(dy, x, to_equals, kernel, stride, padding), x, padding)


def to_last_nan(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You let every NaN take over from the one before, so the last NaN of a window gets its gradient.

    Stop at the first NaN, as np.argmax does.
    dx goes to the first NaN of the window, if it holds one.
    """

    def to_last(window, gradient, inside):
        lost = np.isnan(window)
        flat = lost.reshape(*window.shape[:2], -1)[:, :, ::-1]
        last = one_of(window, flat.shape[2] - 1 - np.argmax(flat, axis=2))
        to_nan = np.where(last, gradient, np.zeros_like(gradient))
        return np.where(_any(lost), to_nan, to_winners(window, gradient, inside, ties))

    return cropped(spread(dy, x, to_last, kernel, stride, padding), x, padding)


def lost_in_infinite_padding(dy, x, *, kernel, stride=None, padding=0):
    """You let padding of −∞ take part in the search: in a window of nothing but −∞ it wins, and its gradient is lost.

    Search only the cells inside the image.
    Every window's dy arrives somewhere in dx.
    """
    return cropped(spread(dy, x, _to_first_of_all, kernel, stride, padding), x, padding)


def _to_first_of_all(window, gradient, inside):
    return to_first(window, gradient, np.ones_like(inside))


def _latest(old, part):
    return part


def _latest_winner(old, part):
    return np.where(part != 0, part, old)


def _any(marks):
    return np.any(marks, axis=(2, 3), keepdims=True)
