"""Max pooling in NumPy."""

import numpy as np

from ._windows import grid, require_choice, require_gradient


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """Rows first, on contiguous memory, then columns of what is left: kh + kw passes instead of kh · kw."""
    return _pooled(x, grid(x, kernel, stride, padding))


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """One pass per tap: every cell is compared with the pooled maximum, and no index is ever stored."""
    g = grid(x, kernel, stride, padding)
    require_gradient(dy, x, g)
    require_choice("ties", ties, ("first", "all", "split"))
    y = _pooled(x, g)
    if ties == "split":
        count = np.zeros(dy.shape, dy.dtype)
        for out, _, hit in _hits(x, y, g, ties):
            count[out] += hit
        dy = dy / count
    dx = np.zeros(x.shape, dy.dtype)
    for out, cells, hit in _hits(x, y, g, ties):
        target = dx[cells]
        np.add(target, dy[out], out=target, where=hit)
    return dx


def _pooled(x, g):
    rows = np.full((*x.shape[:2], g.output[0], x.shape[3]), -np.inf, x.dtype)
    for out, cells in g.row_taps:
        np.maximum(rows[:, :, out], x[:, :, cells], out=rows[:, :, out])
    y = np.full((*x.shape[:2], *g.output), -np.inf, x.dtype)
    for out, cells in g.column_taps:
        np.maximum(y[..., out], rows[..., cells], out=y[..., out])
    return y


def _hits(x, y, g, ties):
    """For each tap: output cells, input cells, and where the input is a winner of its window."""
    waiting = np.ones(y.shape, bool)
    has_nan = np.isnan(y).any()
    for row_out, row_cells in g.row_taps:
        for column_out, column_cells in g.column_taps:
            out, cells = (..., row_out, column_out), (..., row_cells, column_cells)
            hit = x[cells] == y[out]
            first_only = hit if ties == "first" else np.zeros(hit.shape, bool)
            if has_nan:
                first_only = first_only | np.isnan(x[cells])
            first_only &= waiting[out]
            waiting[out] &= ~first_only
            yield out, cells, first_only if ties == "first" else hit | first_only
