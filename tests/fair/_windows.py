"""Windows over images: where they lie, how to look at them, and how to add them back."""

from typing import NamedTuple

import numpy as np


class Axis(NamedTuple):
    """The windows along one axis of the images."""

    size: int
    kernel: int
    stride: int
    dilation: int
    before: int
    after: int

    @property
    def reach(self):
        """How many cells a window spans."""
        return self.dilation * (self.kernel - 1) + 1

    @property
    def count(self):
        """How many windows there are."""
        return (self.size + self.before + self.after - self.reach) // self.stride + 1

    def tap(self, k):
        """The padded cells that the windows have at their place k."""
        return slice(k * self.dilation, k * self.dilation + (self.count - 1) * self.stride + 1, self.stride)

    @property
    def inside(self):
        """The padded cells that are none of the padding."""
        return slice(self.before, self.before + self.size)


def pair(value):
    """An integer stands for both axes."""
    return (value, value) if np.ndim(value) == 0 else tuple(value)


def axes(image, kernel, stride, padding=0, dilation=1):
    """Lay windows over an image; what "same" cannot halve goes to the end."""
    stride = kernel if stride is None else stride
    laid = []
    for i, (size, k, s, d) in enumerate(zip(image, pair(kernel), pair(stride), pair(dilation), strict=True)):
        if padding == "same":
            total = max((-(-size // s) - 1) * s + d * (k - 1) + 1 - size, 0)
            before, after = total // 2, total - total // 2
        else:
            before = after = 0 if padding == "valid" else pair(padding)[i]
        laid.append(Axis(size, k, s, d, before, after))
    return tuple(laid)


def padded(x, rows, columns, fill=0):
    """Images with their padding."""
    return np.pad(x, ((0, 0), (0, 0), (rows.before, rows.after), (columns.before, columns.after)), constant_values=fill)


def windows(x, rows, columns, fill=0):
    """Look at images as (N, C, rows, columns, kernel rows, kernel columns)."""
    seen = np.lib.stride_tricks.sliding_window_view(
        padded(x, rows, columns, fill), (rows.reach, columns.reach), axis=(2, 3)
    )
    return seen[:, :, :: rows.stride, :: columns.stride, :: rows.dilation, :: columns.dilation]


def fold(how, parts, rows, columns):
    """Add windows back into images: all that a cell gets is one sum."""
    taps = [*np.ndindex(rows.kernel, columns.kernel)]
    high, wide = (axis.before + axis.size + axis.after for axis in (rows, columns))
    layers = np.zeros((len(taps), *parts.shape[:2], high, wide), parts.dtype)
    for layer, (i, j) in zip(layers, taps, strict=True):
        layer[:, :, rows.tap(i), columns.tap(j)] = parts[..., i, j]
    return how.total(layers, axis=0)[:, :, rows.inside, columns.inside]
