"""The three sums of convolutions tap by tap: the whole image, shifted, for every place of the kernel."""

import numpy as np
from _windows import padded


def correlate(how, x, w, rows, columns):
    """Shift and add."""
    seen, y = padded(x, rows, columns), np.zeros((len(x), len(w), rows.count, columns.count), x.dtype)
    for i, j in np.ndindex(rows.kernel, columns.kernel):
        y += np.einsum("nchw,oc->nohw", seen[:, :, rows.tap(i), columns.tap(j)], w[:, :, i, j])
    return y


def spread(how, dy, w, rows, columns):
    """Shift and add, the other way."""
    high, wide = (axis.before + axis.size + axis.after for axis in (rows, columns))
    total = np.zeros((len(dy), w.shape[1], high, wide), dy.dtype)
    for i, j in np.ndindex(rows.kernel, columns.kernel):
        total[:, :, rows.tap(i), columns.tap(j)] += np.einsum("nohw,oc->nchw", dy, w[:, :, i, j])
    return total[:, :, rows.inside, columns.inside]


def kernel(how, dy, x, rows, columns):
    """Each tap by itself."""
    seen, dw = padded(x, rows, columns), np.zeros((dy.shape[1], x.shape[1], rows.kernel, columns.kernel), x.dtype)
    for i, j in np.ndindex(rows.kernel, columns.kernel):
        dw[:, :, i, j] = np.einsum("nohw,nchw->oc", dy, seen[:, :, rows.tap(i), columns.tap(j)])
    return dw
