"""Images cut into windows, compiled."""

import numpy as np
from numba import njit

from ._windows import axes, pair, plain_memory


def im2col(x, *, kernel, stride=1, padding=0):
    """Rows are written one after the other, padding too, without a padded copy of the images."""
    if x.ndim != 4:
        raise ValueError(f"x must have four axes (N, C, H, W), got shape {x.shape}")
    rows, columns = axes(x.shape[2:], pair("kernel", kernel, 1), stride, pair("padding", padding, 0))
    n, channels = x.shape[:2]
    cols = np.empty((n, rows.count, columns.count, channels, rows.kernel, columns.kernel), x.dtype)
    _cut(plain_memory(x), cols, rows.stride, columns.stride, rows.before, columns.before)
    return cols.reshape(n * rows.count * columns.count, channels * rows.kernel * columns.kernel)


@njit(cache=True, error_model="numpy")
def _cut(x, cols, sh, sw, top, left):
    height, width = x.shape[2:]
    kh, kw = cols.shape[4:]
    for n in range(cols.shape[0]):
        for i in range(cols.shape[1]):
            for j in range(cols.shape[2]):
                window = cols[n, i, j]
                column = j * sw - left
                for c in range(window.shape[0]):
                    for a in range(kh):
                        r = i * sh - top + a
                        for b in range(kw):
                            here = 0 <= r < height and 0 <= column + b < width
                            window[c, a, b] = x[n, c, r, column + b] if here else 0
