"""An Inception block around compiled convolutions."""

import numpy as np
from numba import njit

from ._blocks import rectify
from ._branches import require_branches
from ._windows import plain_memory
from .conv2d import conv2d


def inception_block(x, w1, w3r, w3, w5r, w5, wp):
    """The three 1×1 convolutions of x are one product; the maximum needs one pass."""
    require_branches(x, w1, w3r, w3, w5r, w5, wp)
    x = plain_memory(x)
    seen = _layer(x, np.concatenate([w1, w3r, w5r]))
    first, second = len(w1), len(w1) + len(w3r)
    near = np.empty(x.shape, x.dtype)
    _largest_near(x.reshape(-1, *x.shape[2:]), near.reshape(-1, *x.shape[2:]))
    branches = (seen[:, :first], _layer(seen[:, first:second], w3), _layer(seen[:, second:], w5), _layer(near, wp))
    return np.concatenate(branches, axis=1)


def _layer(x, w):
    y = conv2d(x, w, np.zeros(len(w), x.dtype), padding=w.shape[2] // 2)
    rectify(y.reshape(-1))
    return y


@njit(cache=True, error_model="numpy")
def _larger(a, b):
    """The larger of two, or the one that is NaN."""
    return a if (a > b) | (a != a) else b


@njit(cache=True, error_model="numpy")
def _largest_near(x, y):
    """The maximum of every cell's surroundings, 3 by 3, first down the columns into a line, then along the line."""
    height, width = x.shape[1:]
    line = np.empty(width, x.dtype)
    for plane in range(x.shape[0]):
        for r in range(height):
            for c in range(width):
                line[c] = x[plane, r, c]
            for near in range(max(r - 1, 0), min(r + 2, height)):
                for c in range(width):
                    line[c] = _larger(line[c], x[plane, near, c])
            for c in range(width):
                best = line[c]
                if c > 0:
                    best = _larger(best, line[c - 1])
                if c + 1 < width:
                    best = _larger(best, line[c + 1])
                y[plane, r, c] = best
