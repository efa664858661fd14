"""The three sums that convolutions are made of, as products of matrices."""

import numpy as np
from _windows import windows


def correlate(how, x, w, rows, columns):
    """Sum w (out, in, kh, kw) times the windows of x (N, in, H, W)."""
    return _result(how.product(_rows(windows(x, rows, columns)), w.reshape(len(w), w[0].size).T), x, rows, columns)


def spread(how, dy, w, rows, columns):
    """Sum back: correlate dy, with zeros between its cells, with the kernel turned around and its channels exchanged."""
    shape = [axis.before + axis.size + axis.reach - 1 for axis in (rows, columns)]
    sparse = np.zeros((*dy.shape[:2], *shape), dy.dtype)
    places = [
        [i * axis.stride + axis.reach - 1 for i in range(axis.count) if i * axis.stride + axis.reach - 1 < length]
        for axis, length in zip((rows, columns), shape, strict=True)
    ]
    sparse[:, :, np.array(places[0])[:, np.newaxis], places[1]] = dy[:, :, : len(places[0]), : len(places[1])]
    turned = np.ascontiguousarray(w[:, :, ::-1, ::-1].swapaxes(0, 1))
    # The windows of the sparse image begin where the padding ends.
    rows, columns = (
        axis._replace(size=axis.size + axis.reach - 1, stride=1, before=0, after=0) for axis in (rows, columns)
    )
    inner = sparse[:, :, -rows.size :, -columns.size :]
    return correlate(how, inner, turned, rows, columns)


def kernel(how, dy, x, rows, columns):
    """Sum the products of all windows of x with what came of them."""
    taken = _rows(windows(x, rows, columns))
    given = dy.transpose(0, 2, 3, 1).reshape(len(taken), dy.shape[1])
    return how.product(given.T, taken).reshape(dy.shape[1], x.shape[1], rows.kernel, columns.kernel)


def _rows(seen):
    """Lay out every window as a row."""
    n, c, h, w, i, j = seen.shape
    return seen.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, c * i * j)


def _result(products, x, rows, columns):
    return products.reshape(len(x), rows.count, columns.count, products.shape[1]).transpose(0, 3, 1, 2)
