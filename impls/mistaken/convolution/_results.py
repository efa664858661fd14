"""A right transposed convolution, for the mistakes to bend at one place each."""

import numpy as np

from ._windows import axes, pair


def layout(x, w, stride, padding, output_padding):
    """Windows over the result, one for each cell of x, as they should be."""
    sizes = zip(x.shape[2:], w.shape[2:], pair(stride), pair(padding), pair(output_padding), strict=True)
    return axes(tuple((n - 1) * s - 2 * p + k + more for n, k, s, p, more in sizes), w.shape[2:], stride, padding)


def spread(x, w, rows, columns, combine=lambda old, part: old + part):
    """The result with the cells that are to be cut off, without bias."""
    lengths = (axis.before + axis.size + axis.after for axis in (rows, columns))
    total = np.zeros((x.shape[0], w.shape[1], *lengths), dtype=x.dtype, like=x)
    for i, j in np.ndindex(*w.shape[2:]):
        cells = (..., rows.tap(i), columns.tap(j))
        total[cells] = combine(total[cells], np.einsum("co,nchw->nohw", w[..., i, j], x))
    return total


def gathered(seen, w, rows, columns):
    """The gradient of the images, from dy that is padded already."""
    shape = (seen.shape[0], w.shape[0], rows.count, columns.count)
    dx = np.zeros(shape, dtype=seen.dtype, like=seen)
    for i, j in np.ndindex(*w.shape[2:]):
        dx += np.einsum("co,nohw->nchw", w[..., i, j], seen[..., rows.tap(i), columns.tap(j)])
    return dx


def weighed(seen, x, w, rows, columns):
    """The gradient of the weights, from dy that is padded already."""
    dw = np.zeros_like(w)
    for i, j in np.ndindex(*w.shape[2:]):
        dw[..., i, j] = np.einsum("nchw,nohw->co", x, seen[..., rows.tap(i), columns.tap(j)])
    return dw
