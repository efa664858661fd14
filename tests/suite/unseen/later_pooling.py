"""Mistakes in pooling that were written after the suite, by someone who had not seen it."""

import numpy as np


def max_pool2d__padding_of_minus_a_billion(x, *, kernel, stride=None, padding=0):
    """You padded with −10⁹ as the smallest number that will ever come up; only −∞ is below everything.

    Masked scores of −∞ or −10³⁰ come back as −10⁹ at the border.
    """
    _, windows = _windows(x, kernel, stride, padding, -1e9)
    return np.max(windows, axis=(-2, -1))


def avg_pool2d__integral_image(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You summed windows as differences of running sums over the whole image; each window has to be summed for itself.

    A NaN or ∞ spoils every window below and to the right of it, and one large value takes the digits of all the small
    ones that come after it.
    """
    _refuse_unless(divisor in ("window", "valid"))
    counted, _ = _windows(np.ones_like(x), kernel, stride, padding, 1 if divisor == "window" else 0)
    padded, (rows, columns, kh, kw) = _layout(x, kernel, stride, padding, 0)
    with np.errstate(invalid="ignore"):
        total = np.pad(np.cumsum(np.cumsum(padded, axis=2), axis=3), ((0, 0), (0, 0), (1, 0), (1, 0)))
        below, above = total[:, :, rows + kh], total[:, :, rows]
        sums = below[..., columns + kw] - below[..., columns] - above[..., columns + kw] + above[..., columns]
    return sums / counted


def global_max_pool2d_backward__split_among_all(dy, x, *, ties="first"):
    """You divided by the number of maxima in the whole array; a gradient is split among those of its own image and channel.

    The count has to keep its first two axes. With one image of one channel, and without "split", all is well.
    """
    _refuse_unless(x.ndim == 4, min(x.shape[2:]) >= 1, dy.shape == x.shape[:2], ties in ("first", "all", "split"))
    flat = x.reshape(*x.shape[:2], x.shape[2] * x.shape[3])
    lost = np.isnan(flat)
    winners = flat == np.max(flat, axis=2, keepdims=True)
    if ties == "first":
        winners = _first_of(winners)
    winners = np.where(np.any(lost, axis=2, keepdims=True), _first_of(lost), winners)
    share = dy / np.sum(winners).astype(dy.dtype) if ties == "split" else dy
    return np.where(winners, share[:, :, np.newaxis], np.zeros((), dy.dtype)).reshape(x.shape)


def _first_of(marks):
    return marks & (np.cumsum(marks, axis=-1) == 1)


def _pair(value):
    return (value, value) if isinstance(value, (int, np.integer)) else tuple(value)


def _layout(x, kernel, stride, padding, fill):
    """The padded image; where windows start, by rows and columns, and how large they are."""
    (kh, kw), (above, beside) = _pair(kernel), _pair(padding)
    down, across = (kh, kw) if stride is None else _pair(stride)
    _refuse_unless(x.ndim == 4, min(x.shape[2:]) >= 1, min(kh, kw, down, across) >= 1, min(above, beside) >= 0)
    _refuse_unless(2 * above <= kh, 2 * beside <= kw)
    padded = np.pad(x, ((0, 0), (0, 0), (above, above), (beside, beside)), constant_values=fill)
    rows, columns = np.arange(0, padded.shape[2] - kh + 1, down), np.arange(0, padded.shape[3] - kw + 1, across)
    _refuse_unless(rows.size, columns.size)
    return padded, (rows, columns, kh, kw)


def _windows(x, kernel, stride, padding, fill):
    """The sum of every window, and all windows."""
    padded, (rows, columns, kh, kw) = _layout(x, kernel, stride, padding, fill)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(2, 3))
    windows = windows[:, :, rows][:, :, :, columns]
    with np.errstate(invalid="ignore", over="ignore"):
        return np.sum(windows, axis=(-2, -1)), windows


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
