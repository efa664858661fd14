"""The three sums of convolutions as contractions of a view of all windows."""

import numpy as np
from _windows import padded, windows


def correlate(how, x, w, rows, columns):
    """All of it in one contraction."""
    return np.einsum("ncpqij,ocij->nopq", windows(x, rows, columns), w, optimize=True)


def spread(how, dy, w, rows, columns):
    """The windows' gradients in one contraction, scattered to where the windows were."""
    parts = np.einsum("nopq,ocij->ncpqij", dy, w, optimize=True)
    cells = np.arange(rows.size * columns.size).reshape(1, 1, rows.size, columns.size)
    cells = windows(
        padded(cells, rows, columns, fill=-1),
        *(a._replace(size=a.before + a.size + a.after, before=0, after=0) for a in (rows, columns)),
    )
    flat = np.zeros((*parts.shape[:2], rows.size * columns.size + 1), dy.dtype)
    np.add.at(flat, (slice(None), slice(None), cells[0, 0].ravel()), parts.reshape(*parts.shape[:2], cells.size))
    return flat[:, :, :-1].reshape(*parts.shape[:2], rows.size, columns.size)


def kernel(how, dy, x, rows, columns):
    """All of it in one contraction."""
    return np.einsum("nopq,ncpqij->ocij", dy, windows(x, rows, columns), optimize=True)
