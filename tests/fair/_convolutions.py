"""Convolutions made of three sums: windows with the kernel, the kernel spread back, windows with what came of them."""

import numpy as np
from _windows import axes


def conv2d(how, x, w, b, *, stride=1, padding=0, dilation=1, groups=1):
    """Group after group."""
    laid = axes(x.shape[2:], w.shape[2:], stride, padding, dilation)
    parts = zip(np.split(x, groups, axis=1), np.split(w, groups), strict=True)
    return np.concatenate([how.correlate(how, part, kernel, *laid) for part, kernel in parts], axis=1) + _channels(b)


def conv2d_backward(how, dy, x, w, *, stride=1, padding=0, dilation=1, groups=1):
    """Group after group."""
    laid = axes(x.shape[2:], w.shape[2:], stride, padding, dilation)
    parts = [*zip(np.split(dy, groups, axis=1), np.split(x, groups, axis=1), np.split(w, groups), strict=True)]
    dx = np.concatenate([how.spread(how, d, kernel, *laid) for d, _, kernel in parts], axis=1)
    dw = np.concatenate([how.kernel(how, d, part, *laid) for d, part, _ in parts])
    return dx, dw, how.total(dy, axis=(0, 2, 3))


def conv_transpose2d(how, x, w, b, *, stride=1, padding=0, output_padding=0):
    """What a convolution would have had to see."""
    return how.spread(how, x, w, *_seen(x, w, stride, padding, output_padding)) + _channels(b)


def conv_transpose2d_backward(how, dy, x, w, *, stride=1, padding=0, output_padding=0):
    """A convolution of the gradient."""
    laid = _seen(x, w, stride, padding, output_padding)
    return how.correlate(how, dy, w, *laid), how.kernel(how, x, dy, *laid), how.total(dy, axis=(0, 2, 3))


def residual_block(how, x, w1, b1, w2, b2):
    """Two convolutions and a way around them."""
    inner = np.maximum(conv2d(how, x, w1, b1, padding=1), 0)
    return np.maximum(x + conv2d(how, inner, w2, b2, padding=1), 0)


def residual_block_backward(how, dy, x, w1, b1, w2, b2):
    """Back through both and around them."""
    before = conv2d(how, x, w1, b1, padding=1)
    inner = np.maximum(before, 0)
    dsum = dy * (x + conv2d(how, inner, w2, b2, padding=1) > 0)
    dinner, dw2, db2 = conv2d_backward(how, dsum, inner, w2, padding=1)
    dx, dw1, db1 = conv2d_backward(how, dinner * (before > 0), x, w1, padding=1)
    return dsum + dx, dw1, db1, dw2, db2


def inception_block(how, x, w1, w3r, w3, w5r, w5, wp):
    """Four branches, one on top of the other."""

    def layer(images, w):
        return np.maximum(conv2d(how, images, w, np.zeros(len(w), x.dtype), padding="same"), 0)

    wide = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), constant_values=-np.inf)
    height, width = x.shape[2:]
    shifted = [wide[:, :, i : i + height, j : j + width] for i, j in np.ndindex(3, 3)]
    branches = layer(x, w1), layer(layer(x, w3r), w3), layer(layer(x, w5r), w5), layer(np.max(shifted, axis=0), wp)
    return np.concatenate(branches, axis=1)


def _seen(x, w, stride, padding, output_padding):
    """Lay the windows of the convolution whose result x would have been."""
    image = [
        axis.stride * (n - 1) - 2 * axis.before + axis.kernel + more
        for n, axis, more in zip(
            x.shape[2:],
            axes(x.shape[2:], w.shape[2:], stride, padding),
            np.broadcast_to(output_padding, 2),
            strict=True,
        )
    ]
    return axes([int(size) for size in image], w.shape[2:], stride, padding)


def _channels(b):
    return b[:, np.newaxis, np.newaxis]
