"""A right grid of windows, for the mistakes to bend at one place each."""

import numpy as np


def pair(value):
    """An integer stands for rows and columns alike."""
    return (value, value) if isinstance(value, (int, np.integer)) else tuple(value)


def layout(x, kernel, stride, padding):
    """Kernel, stride, padding and output size, each (rows, columns)."""
    kernel, padding = pair(kernel), pair(padding)
    stride = kernel if stride is None else pair(stride)
    sizes = zip(x.shape[2:], kernel, stride, padding, strict=True)
    return kernel, stride, padding, tuple((n + 2 * p - k) // s + 1 for n, k, s, p in sizes)


def padded(x, padding, fill):
    """Add rows and columns of `fill` on every side."""
    (above, beside) = padding
    return np.pad(x, ((0, 0), (0, 0), (above, above), (beside, beside)), constant_values=fill)


def pooled(x, reduce, kernel, stride, padding, *, fill, output=None):
    """reduce(window) of every window; windows over the end are cut off there, missing ones leave 0."""
    kernel, stride, padding, full = layout(x, kernel, stride, padding)
    x = padded(x, padding, fill)
    y = np.zeros((*x.shape[:2], *(output or full)), dtype=x.dtype, like=x)
    for i, j in np.ndindex(*y.shape[2:]):
        window = x[:, :, i * stride[0] : i * stride[0] + kernel[0], j * stride[1] : j * stride[1] + kernel[1]]
        if window.size:
            y[:, :, i, j] = reduce(window)
    return y


def cells(x, kernel, stride, padding, divisor="window", output=None):
    """How many cells each window of `pooled` has, all of them or only those inside the image."""
    ones = np.ones((1, 1, *x.shape[2:]), dtype=x.dtype)
    fill = 1 if divisor == "window" else 0
    return pooled(ones, lambda window: np.sum(window, axis=(2, 3)), kernel, stride, padding, fill=fill, output=output)


def largest(window):
    """The maximum of a window, as it should be."""
    return np.max(window, axis=(2, 3))


def first_place(window, inside):
    """The flat place of the first NaN of each window, or else of its first maximum that is not padding, as it should be."""
    lost = np.isnan(window)
    best = inside & (window == np.max(window, axis=(2, 3), keepdims=True))
    winners = np.where(np.any(lost, axis=(2, 3), keepdims=True), lost, best)
    return np.argmax(winners.reshape(*window.shape[:2], -1), axis=2)


def one_of(window, places):
    """A mask (N, C, rows, columns) that is True at the given flat place of each window."""
    cells = np.arange(window.shape[2] * window.shape[3]).reshape(window.shape[2:])
    return cells == places[:, :, np.newaxis, np.newaxis]


def first_largest(window, inside):
    """A mask (N, C, rows, columns) of the element that wins its window, as it should be."""
    return one_of(window, first_place(window, inside))


def spread(dy, x, share, kernel, stride, padding, *, fill=-np.inf, combine=np.add, corner=None):
    """Hand share(window, gradient, inside) of every window back, in padded coordinates.

    `inside` tells which cells of the window are not padding; `corner` moves a window's start.
    """
    kernel, (down, across), padding, _ = layout(x, kernel, stride, padding)
    inside = padded(np.ones((1, 1, *x.shape[2:]), dtype=bool), padding, False)[0, 0]
    x = padded(x, padding, fill)
    dx = np.zeros(x.shape, dtype=dy.dtype, like=dy)
    for i, j in np.ndindex(*dy.shape[2:]):
        top, left = corner(i, j) if corner else (i * down, j * across)
        here = (slice(None), slice(None), slice(top, top + kernel[0]), slice(left, left + kernel[1]))
        if x[here].size:
            part = share(x[here], dy[:, :, i : i + 1, j : j + 1], inside[here[2:]])
            dx[here] = combine(dx[here], part)
    return dx


def to_first(window, gradient, inside):
    """All of the gradient to the first maximum of its window, as it should be."""
    return np.where(first_largest(window, inside), gradient, np.zeros_like(gradient))


def to_winners(window, gradient, inside, ties="first"):
    """All of the gradient to the first maximum, or to all of them, or a share of it to each; to the first NaN, if any."""
    winners = first = first_largest(window, inside)
    if ties != "first":
        best = inside & (window == np.max(window, axis=(2, 3), keepdims=True))
        winners = np.where(np.any(np.isnan(window), axis=(2, 3), keepdims=True), first, best)
    if ties == "split":
        gradient = gradient / np.maximum(np.sum(winners, axis=(2, 3), keepdims=True), 1).astype(gradient.dtype)
    return np.where(winners, gradient, np.zeros_like(gradient))


def to_all(window, gradient, inside):
    """All of the gradient to every cell of its window."""
    return gradient


def cropped(dx, x, padding):
    """Drop the padding again, as it should be done."""
    above, beside = pair(padding)
    return dx[:, :, above : above + x.shape[2], beside : beside + x.shape[3]]


def minus_zero_cropped(dx, padding):
    """Drop the padding with p:-p, which leaves nothing when p is 0."""
    above, beside = pair(padding)
    return dx[:, :, above:-above, beside:-beside]
