"""Windows gathered by the indices of their cells, and scattered back by them."""

import numpy as np
from _windows import axes


def im2col(x, *, kernel, stride=1, padding=0):
    """Gathered, with 0 for the padding."""
    cells = _cells(x.shape, kernel, stride, padding)
    return _gathered(x, cells, 0).transpose(0, 2, 1, 3).reshape(len(x) * len(cells), x.shape[1] * cells.shape[1])


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """Scattered by counting with weights."""
    cells = _cells(x_shape, kernel, stride, padding)
    n, c = x_shape[:2]
    parts = cols.reshape(n, len(cells), c, cells.shape[1])
    return _scattered(parts.transpose(0, 2, 1, 3), np.broadcast_to(cells, (n, c, *cells.shape)), x_shape)


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """Gathered, with −∞ for the padding."""
    rows, columns = axes(x.shape[2:], kernel, stride, padding)
    return (
        _gathered(x, _cells(x.shape, kernel, stride, padding))
        .max(axis=3)
        .reshape(*x.shape[:2], rows.count, columns.count)
    )


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0):
    """Scattered to the cells that won; padding never wins, even where all is −∞."""
    cells = _cells(x.shape, kernel, stride, padding)
    seen = _gathered(x, cells)
    rank = np.where(cells < x.shape[2] * x.shape[3], seen == seen.max(axis=3, keepdims=True), -1)
    first = np.where(np.isnan(seen), 2, rank).argmax(axis=3)
    winners = cells[np.arange(len(cells)), first]
    return _scattered(dy.reshape(winners.shape), winners, x.shape)


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0):
    """Scattered to all cells."""
    cells = _cells(x.shape, kernel, stride, padding)
    share = (dy / cells.shape[1]).reshape(*x.shape[:2], len(cells), 1)
    everywhere = (*x.shape[:2], *cells.shape)
    return _scattered(np.broadcast_to(share, everywhere), np.broadcast_to(cells, everywhere), x.shape)


def global_max_pool2d(x):
    """Where the largest is."""
    flat = x.reshape(*x.shape[:2], x.shape[2] * x.shape[3])
    return np.take_along_axis(flat, flat.argmax(axis=2, keepdims=True), 2)[..., 0]


def global_max_pool2d_backward(dy, x):
    """Put where the largest is."""
    flat = x.reshape(*x.shape[:2], x.shape[2] * x.shape[3])
    dx = np.zeros_like(flat)
    np.put_along_axis(dx, flat.argmax(axis=2, keepdims=True), dy[..., np.newaxis], 2)
    return dx.reshape(x.shape)


def global_avg_pool2d_backward(dy, x):
    """The same share everywhere."""
    return np.full(x.shape, (dy / (x.shape[2] * x.shape[3]))[:, :, np.newaxis, np.newaxis], x.dtype)


def _cells(shape, kernel, stride, padding):
    """Return the flat index of every window's cells; padding has the index after the last."""
    rows, columns = axes(shape[2:], kernel, stride, padding)
    down, across = (
        np.add.outer(np.arange(axis.count) * axis.stride - axis.before, np.arange(axis.kernel))
        for axis in (rows, columns)
    )
    flat = down[:, np.newaxis, :, np.newaxis] * columns.size + across[:, np.newaxis]
    above, beside = ((at >= 0) & (at < axis.size) for at, axis in ((down, rows), (across, columns)))
    cells = np.where(above[:, np.newaxis, :, np.newaxis] & beside[:, np.newaxis], flat, rows.size * columns.size)
    return cells.reshape(rows.count * columns.count, rows.kernel * columns.kernel)


def _gathered(x, cells, fill=-np.inf):
    beyond = np.full((*x.shape[:2], 1), fill, x.dtype)
    return np.concatenate([x.reshape(*x.shape[:2], x.shape[2] * x.shape[3]), beyond], axis=2)[:, :, cells]


def _scattered(parts, cells, shape):
    """Add parts to the cells of each image and channel, in double precision."""
    planes, size = shape[0] * shape[1], shape[2] * shape[3] + 1
    offsets = (np.arange(planes) * size).reshape(shape[0], shape[1], *(1,) * (cells.ndim - 2))
    total = np.bincount((cells + offsets).ravel(), parts.ravel(), planes * size)
    return total.reshape(shape[0], shape[1], size)[:, :, :-1].reshape(shape).astype(parts.dtype)
