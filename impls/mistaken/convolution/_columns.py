"""Windows as rows of a matrix, and back, as it should be, for the mistakes to bend at one place each."""

import numpy as np

from ._windows import axes, padded, pair


def grid(image, kernel, stride, padding):
    """Rows and columns, as they should be."""
    return axes(image, pair(kernel), stride, padding)


def windows(x, rows, columns):
    """The windows (N, output rows, output columns, C, kernel rows, kernel columns)."""
    return taken(padded(x, rows, columns), rows, columns)


def taken(wide, rows, columns):
    """The windows of images that are padded already."""
    shape = (wide.shape[0], rows.count, columns.count, wide.shape[1], rows.kernel, columns.kernel)
    seen = np.zeros(shape, dtype=wide.dtype, like=wide)
    for i, j in np.ndindex(rows.kernel, columns.kernel):
        seen[..., i, j] = wide[..., rows.tap(i), columns.tap(j)].transpose(0, 2, 3, 1)
    return seen


def matrix(seen, order=(0, 1, 2, 3, 4, 5)):
    """One row a window, with the axes in an order of choice."""
    seen = seen.transpose(order)
    return seen.reshape(int(np.prod(seen.shape[:3])), int(np.prod(seen.shape[3:])))


def split(cols, x_shape, rows, columns, order=(0, 1, 2, 3, 4, 5)):
    """The windows again, from a matrix whose axes are in an order of choice."""
    sizes = (x_shape[0], rows.count, columns.count, x_shape[1], rows.kernel, columns.kernel)
    return cols.reshape([sizes[k] for k in order]).transpose(np.argsort(order))


def added(seen, x_shape, rows, columns, combine=lambda old, part: old + part):
    """The padded images that windows add up to."""
    total = padded(np.zeros_like(seen, shape=tuple(x_shape)), rows, columns)
    for i, j in np.ndindex(rows.kernel, columns.kernel):
        cells = (..., rows.tap(i), columns.tap(j))
        total[cells] = combine(total[cells], seen[..., i, j].transpose(0, 3, 1, 2))
    return total
