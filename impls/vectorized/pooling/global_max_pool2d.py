"""Global max pooling in NumPy."""

import numpy as np

from ._images import require_images, require_one_number_each
from ._windows import require_choice


def global_max_pool2d(x):
    """One reduction over planes laid out as rows."""
    require_images(x)
    return _rows(x).max(axis=2)


def global_max_pool2d_backward(dy, x, *, ties="first"):
    """argmax knows the first maximum, and the first NaN; only equal shares need a comparison of all elements."""
    require_images(x)
    require_one_number_each(dy, x)
    require_choice("ties", ties, ("first", "all", "split"))
    rows = _rows(x)
    first = rows.argmax(axis=2)[:, :, None]
    dx = np.zeros(rows.shape, dy.dtype)
    if ties == "first":
        np.put_along_axis(dx, first, dy[:, :, None], axis=2)
        return dx.reshape(x.shape)
    best = np.take_along_axis(rows, first, axis=2)
    winners = rows == best
    np.put_along_axis(winners, first, True, axis=2)
    share = dy / winners.sum(axis=2, dtype=dy.dtype) if ties == "split" else dy
    np.copyto(dx, share[:, :, None], where=winners)
    return dx.reshape(x.shape)


def _rows(x):
    return x.reshape(*x.shape[:2], x.shape[2] * x.shape[3])
