"""A right layout of windows and right sums over them, for the mistakes to bend at one place each."""

from typing import NamedTuple

import numpy as np


class Axis(NamedTuple):
    """Windows along one axis of the image: `count` of them, over `before` + `size` + `after` cells."""

    size: int
    kernel: int
    stride: int
    dilation: int
    before: int
    after: int
    count: int

    @property
    def inside(self):
        """The cells of the padded axis that are not padding."""
        return slice(self.before, self.before + self.size)

    def tap(self, k):
        """The cells of the padded axis that tap k of the kernel meets, one for each window."""
        start = k * self.dilation
        return slice(start, start + (self.count - 1) * self.stride + 1, self.stride)

    def padded_by(self, before, after):
        """The same windows over another padding."""
        count = (self.size + before + after - self.dilation * (self.kernel - 1) - 1) // self.stride + 1
        return self._replace(before=before, after=after, count=count)


def pair(value):
    """An integer stands for rows and columns alike; so does a word."""
    return (value, value) if isinstance(value, (int, np.integer, str)) else tuple(value)


def axes(image, kernel, stride, padding, dilation=1, same_pad="end"):
    """Rows and columns, as they should be."""
    each = zip(image, kernel, pair(stride), pair(padding), pair(dilation), strict=True)
    return tuple(_axis(*axis, same_pad) for axis in each)


def _axis(size, kernel, stride, padding, dilation, same_pad):
    axis = Axis(size, kernel, stride, dilation, 0, 0, 0)
    if padding == "same":
        total = max((-(-size // stride) - 1) * stride + dilation * (kernel - 1) + 1 - size, 0)
        halves = total // 2, total - total // 2
        return axis.padded_by(*(halves if same_pad == "end" else halves[::-1]))
    return axis.padded_by(*((0, 0) if padding == "valid" else (padding, padding)))


def padded(x, rows, columns):
    """Surround the last two axes with zeros."""
    sides = [(0, 0)] * (x.ndim - 2)
    return np.pad(x, [*sides, (rows.before, rows.after), (columns.before, columns.after)])


def correlated(x, w, rows, columns, groups):
    """The weighted sums of all windows, without bias."""
    seen, weights = _by_group(padded(x, rows, columns), 1, groups), _by_group(w, 0, groups)
    shape = (x.shape[0], groups, w.shape[0] // groups, rows.count, columns.count)
    y = np.zeros(shape, dtype=x.dtype, like=x)
    for i, j in np.ndindex(*w.shape[2:]):
        y += np.einsum("goc,ngchw->ngohw", weights[..., i, j], seen[..., rows.tap(i), columns.tap(j)])
    return y.reshape(x.shape[0], w.shape[0], rows.count, columns.count)


def spread(dy, x, w, rows, columns, groups):
    """The gradient of the padded images, of the shape they have when padded."""
    weights, gradient = _by_group(w, 0, groups), _by_group(dy, 1, groups)
    total = padded(np.zeros_like(x), rows, columns)
    parts = _by_group(total, 1, groups)
    for i, j in np.ndindex(*w.shape[2:]):
        parts[..., rows.tap(i), columns.tap(j)] += np.einsum("goc,ngohw->ngchw", weights[..., i, j], gradient)
    return total


def cropped(total, rows, columns):
    """Take the padding off again."""
    return total[..., rows.inside, columns.inside]


def weighed(dy, seen, w, rows, columns, groups):
    """The gradient of the weights, from images that are padded already."""
    seen, gradient, dw = _by_group(seen, 1, groups), _by_group(dy, 1, groups), np.zeros_like(w)
    for i, j in np.ndindex(*w.shape[2:]):
        sums = np.einsum("ngohw,ngchw->goc", gradient, seen[..., rows.tap(i), columns.tap(j)])
        dw[:, :, i, j] = sums.reshape(w.shape[:2])
    return dw


def _by_group(array, axis, groups):
    shape = array.shape
    return array.reshape(*shape[:axis], groups, shape[axis] // groups, *shape[axis + 1 :])
