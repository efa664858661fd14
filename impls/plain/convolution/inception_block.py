"""An Inception block in plain Python."""

import numpy as np

from ._blocks import each, rectified
from ._branches import require_branches
from .conv2d import conv2d


def inception_block(x, w1, w3r, w3, w5r, w5, wp):
    """Branch by branch; the windows of the maximum are cut at the border."""
    require_branches(x, w1, w3r, w3, w5r, w5, wp)
    branches = (
        _layer(x, w1),
        _layer(_layer(x, w3r), w3),
        _layer(_layer(x, w5r), w5),
        _layer(_pooled(x), wp),
    )
    return np.concatenate(branches, axis=1)


def _layer(x, w):
    return each(rectified, conv2d(x, w, np.zeros(len(w), x.dtype), padding=w.shape[2] // 2))


def _pooled(x):
    planes = [[_largest_near(plane) for plane in image] for image in x.tolist()]
    return np.array(planes, x.dtype).reshape(x.shape)


def _largest_near(plane):
    near = []
    for r in range(len(plane)):
        lines = list(zip(*plane[max(r - 1, 0) : r + 2], strict=True))
        near.append([_largest(sum(lines[max(c - 1, 0) : c + 2], ())) for c in range(len(lines))])
    return near


def _largest(values):
    """Python's own max loses a NaN that does not come first."""
    return next((value for value in values if value != value), max(values))
