"""Average pooling in NumPy."""

import numpy as np

from ._windows import grid, require_choice, require_gradient


def avg_pool2d(x, *, kernel, stride=None, padding=0, divisor="window"):
    """Rows first, on contiguous memory, then columns of what is left: kh + kw passes instead of kh · kw."""
    g = grid(x, kernel, stride, padding)
    divide_by = _divisors(g, divisor, x.dtype)
    rows = np.zeros((*x.shape[:2], g.output[0], x.shape[3]), x.dtype)
    for out, cells in g.row_taps:
        rows[:, :, out] += x[:, :, cells]
    y = np.zeros((*x.shape[:2], *g.output), x.dtype)
    for out, cells in g.column_taps:
        y[..., out] += rows[..., cells]
    y /= divide_by
    return y


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """The forward's passes in reverse: columns on the small array, then whole rows at a time."""
    g = grid(x, kernel, stride, padding)
    require_gradient(dy, x, g)
    share = dy / _divisors(g, divisor, dy.dtype)
    rows = np.zeros((*x.shape[:2], g.output[0], x.shape[3]), dy.dtype)
    for out, cells in g.column_taps:
        rows[..., cells] += share[..., out]
    dx = np.zeros(x.shape, dy.dtype)
    for out, cells in g.row_taps:
        dx[:, :, cells] += rows[:, :, out]
    return dx


def _divisors(g, divisor, dtype):
    require_choice("divisor", divisor, ("window", "valid"))
    if divisor == "window":
        return np.full(g.output, g.kernel[0] * g.kernel[1], dtype)
    met = []
    for taps, size in zip((g.row_taps, g.column_taps), g.output, strict=True):
        count = np.zeros(size, dtype)
        for out, _ in taps:
            count[out] += 1
        met.append(count)
    return np.outer(*met)
