"""Dropout with numba."""

import numpy as np

from . import _kernels
from ._checks import check_mask, check_options


def dropout(x, *, rate, training=True, rng, scaling="inverted"):
    """Coins come from a counter, so a whole block is tossed at once and the block's values are written next to it."""
    check_options(rate, scaling)
    if not training:
        return x.copy() if scaling == "inverted" else x * x.dtype.type(1 - rate), np.ones(x.shape, dtype=bool)
    y, mask = np.empty(x.shape, x.dtype), np.empty(x.shape, dtype=bool)
    key = rng.integers(0, 2**64, dtype=np.uint64)
    threshold = np.uint64(min(round(rate * 2**32), 2**32 - 1))
    _kernels.toss_and_select(_flat(x), key, threshold, _scale(x, rate, scaling), y.reshape(-1), mask.reshape(-1))
    return y, mask


def dropout_backward(dy, mask, *, rate, scaling="inverted"):
    """One pass that selects and scales."""
    check_options(rate, scaling)
    check_mask(mask, dy)
    dx = np.empty(dy.shape, dy.dtype)
    _kernels.survivors(_flat(dy), _flat(mask), _scale(dy, rate, scaling), dx.reshape(-1))
    return dx


def _scale(x, rate, scaling):
    return x.dtype.type(1 - rate if scaling == "inverted" else 1)


def _flat(array):
    """The array in the one memory layout that kernels are compiled for; numba compiles a read-only one anew."""
    return np.require(array, requirements=("C", "W")).reshape(-1)
