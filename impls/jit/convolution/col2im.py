"""Windows added back into images, compiled."""

import numpy as np
from numba import njit

from ._sizes import image_sizes
from ._windows import axes, pair, plain_memory, require_shape


def col2im(cols, x_shape, *, kernel, stride=1, padding=0):
    """One pass over the windows; what falls on padding is never added up."""
    n, channels, *image = image_sizes(x_shape)
    rows, columns = axes(tuple(image), pair("kernel", kernel, 1), stride, pair("padding", padding, 0))
    require_shape("cols", cols, (n * rows.count * columns.count, channels * rows.kernel * columns.kernel))
    windows = plain_memory(cols).reshape(n, rows.count, columns.count, channels, rows.kernel, columns.kernel)
    x = np.zeros((n, channels, *image), cols.dtype)
    _add(windows, x, rows.stride, columns.stride, rows.before, columns.before)
    return x


@njit(cache=True, error_model="numpy")
def _add(windows, x, sh, sw, top, left):
    height, width = x.shape[2:]
    kh, kw = windows.shape[4:]
    for n in range(windows.shape[0]):
        for i in range(windows.shape[1]):
            for j in range(windows.shape[2]):
                window = windows[n, i, j]
                column = j * sw - left
                for c in range(window.shape[0]):
                    for a in range(kh):
                        r = i * sh - top + a
                        for b in range(kw):
                            if 0 <= r < height and 0 <= column + b < width:
                                x[n, c, r, column + b] += window[c, a, b]
