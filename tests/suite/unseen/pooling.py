"""Mistakes in pooling that impls/mistaken does not list."""

import numpy as np


def _pair(value):
    return (value, value) if np.ndim(value) == 0 else tuple(value)


def _windows(x, kernel, stride, padding, fill):
    (above, beside), (down, across) = padding, stride
    padded = np.pad(x, ((0, 0), (0, 0), (above, above), (beside, beside)), constant_values=fill)
    return np.lib.stride_tricks.sliding_window_view(padded, kernel, axis=(2, 3))[:, :, ::down, ::across]


def _first_of(marks):
    """Keep the first True along the last axis."""
    return marks & (np.cumsum(marks, axis=-1) == 1)


def max_pool2d__kernel_and_stride_exchanged(x, *, kernel, stride=None, padding=0):
    """You took windows of the stride's size and moved them by the kernel's, which no one sees while the two agree."""
    kernel, padding = _pair(kernel), _pair(padding)
    stride = kernel if stride is None else _pair(stride)
    size = tuple(min(s, n + 2 * p) for s, n, p in zip(stride, x.shape[2:], padding, strict=True))
    return np.max(_windows(x, size, kernel, padding, -np.inf), axis=(-2, -1))


def max_pool2d_backward__winners_found_in_half_precision(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """You looked for the maxima in float16, so one that leads by less than a thousandth loses to an earlier element."""
    kernel, padding = _pair(kernel), _pair(padding)
    stride = kernel if stride is None else _pair(stride)
    with np.errstate(over="ignore"):
        seen = _windows(x.astype(np.float16), kernel, stride, padding, -np.inf)
    inside = _windows(np.ones(x.shape, dtype=bool), kernel, stride, padding, False)
    shape = (*seen.shape[:4], kernel[0] * kernel[1])
    seen, inside = seen.reshape(shape), inside.reshape(shape)
    winners = inside & (seen == np.max(seen, axis=-1, keepdims=True))
    if ties == "first":
        winners = _first_of(winners)
    lost = np.isnan(seen)
    winners = np.where(np.any(lost, axis=-1, keepdims=True), _first_of(lost), winners)
    share = dy / np.sum(winners, axis=-1).astype(dy.dtype) if ties == "split" else dy
    parts = np.where(winners, share[..., None], np.zeros_like(share)[..., None]).reshape(*dy.shape, *kernel)
    (above, beside), (down, across), (rows, columns), (height, width) = padding, stride, dy.shape[2:], x.shape[2:]
    total = np.zeros((*x.shape[:2], height + 2 * above, width + 2 * beside), dtype=dy.dtype)
    for i, j in np.ndindex(*kernel):
        total[:, :, i : i + rows * down : down, j : j + columns * across : across] += parts[..., i, j]
    return total[:, :, above : above + height, beside : beside + width]


def avg_pool2d__padding_counted_at_the_start_only(x, *, kernel, stride=None, padding=0, divisor="window"):
    """You counted the padding above and to the left into the divisor, but not that below and to the right."""
    kernel, padding = _pair(kernel), _pair(padding)
    stride = kernel if stride is None else _pair(stride)
    counts = []
    for n, k, s, p in zip(x.shape[2:], kernel, stride, padding, strict=True):
        counted = np.zeros(n + 2 * p, dtype=int)
        counted[(0 if divisor == "window" else p) : p + n] = 1
        counts.append(np.sum(np.lib.stride_tricks.sliding_window_view(counted, k)[::s], axis=-1))
    cells = (counts[0][:, None] * counts[1]).astype(x.dtype)
    return np.sum(_windows(x, kernel, stride, padding, 0), axis=(-2, -1)) / cells


def global_max_pool2d_backward__winners_of_the_first_image_for_all(dy, x, *, ties="first"):
    """You looked for the maxima in the first image and sent the gradients of all images to these places."""
    n, c, h, w = x.shape
    flat = x[:1].reshape(min(n, 1), c, h * w)
    lost = np.isnan(flat)
    winners = flat == np.max(flat, axis=2, keepdims=True)
    if ties == "first":
        winners = _first_of(winners)
    winners = np.where(np.any(lost, axis=2, keepdims=True), _first_of(lost), winners)
    share = dy / np.sum(winners, axis=2).astype(dy.dtype) if ties == "split" else dy
    return np.where(winners, share[:, :, None], np.zeros_like(share)[:, :, None]).reshape(x.shape)
