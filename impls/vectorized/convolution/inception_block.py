"""An Inception block in NumPy."""

import numpy as np

from ._branches import require_branches
from .conv2d import conv2d


def inception_block(x, w1, w3r, w3, w5r, w5, wp):
    """The three 1×1 convolutions of x are one product, and the maximum is taken along rows, then along columns."""
    require_branches(x, w1, w3r, w3, w5r, w5, wp)
    seen = _layer(x, np.concatenate([w1, w3r, w5r]))
    first, second = len(w1), len(w1) + len(w3r)
    branches = (
        seen[:, :first],
        _layer(seen[:, first:second], w3),
        _layer(seen[:, second:], w5),
        _layer(_largest_near(_largest_near(x).swapaxes(2, 3)).swapaxes(2, 3), wp),
    )
    return np.concatenate(branches, axis=1)


def _layer(x, w):
    y = conv2d(x, w, np.zeros(len(w), x.dtype), padding=w.shape[2] // 2)
    return np.maximum(y, 0, out=y)


def _largest_near(x):
    """The maximum of every cell and its neighbours along the last axis."""
    result = x.copy()
    np.maximum(result[..., 1:], x[..., :-1], out=result[..., 1:])
    np.maximum(result[..., :-1], x[..., 1:], out=result[..., :-1])
    return result
