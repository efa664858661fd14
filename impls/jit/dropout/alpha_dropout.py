"""Dropout for self-normalizing networks, with numba."""

import math

import numpy as np
from numba import njit

from . import _kernels
from ._checks import check_options

ALPHA = -1.7580993408473766  # −λα of selu: what it tends to for large negative inputs


def alpha_dropout(x, *, rate, training=True, rng):
    """A block of coins is tossed at once, and the block's values are written next to it."""
    check_options(rate, "inverted")
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    a = 1 / math.sqrt((1 - rate) * (1 + rate * ALPHA**2))
    b = -a * rate * ALPHA
    y, mask = np.empty(x.shape, x.dtype), np.empty(x.shape, dtype=bool)
    key = rng.integers(0, 2**64, dtype=np.uint64)
    threshold = np.uint64(min(round(rate * 2**32), 2**32 - 1))
    number = x.dtype.type
    flat = np.require(x, requirements=("C", "W")).reshape(-1)
    _toss_and_stretch(
        flat, key, threshold, number(a), number(b), number(a * ALPHA + b), y.reshape(-1), mask.reshape(-1)
    )
    return y, mask


@njit(cache=True, error_model="numpy")
def _toss_and_stretch(x, key, threshold, a, b, dropped, y, mask):
    for start in range(0, x.size, _kernels.BLOCK):
        stop = min(x.size, start + _kernels.BLOCK)
        _kernels.toss(key, start, threshold, mask[start:stop])
        for i in range(start, stop):
            y[i] = a * x[i] + b if mask[i] else dropped
