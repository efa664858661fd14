"""Compiled loops of dropout."""

import numpy as np
from numba import njit

BLOCK = 1024  # coins that stay in the fastest cache
STEP = np.uint64(0x9E3779B97F4A7C15)
FIRST, SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
S27, S30, S31, S32 = np.uint64(27), np.uint64(30), np.uint64(31), np.uint64(32)


@njit(cache=True, error_model="numpy")
def toss(key, start, threshold, kept):
    """Splitmix64 of the element's number; its upper half below the threshold means dropped."""
    for i in range(kept.size):
        z = key + np.uint64(start + i) * STEP
        z = (z ^ (z >> S30)) * FIRST
        z = (z ^ (z >> S27)) * SECOND
        z = z ^ (z >> S31)
        kept[i] = (z >> S32) >= threshold


@njit(cache=True, error_model="numpy")
def _select(x, mask, scale, y):
    zero = scale * 0
    for i in range(x.size):
        y[i] = x[i] / scale if mask[i] else zero


@njit(cache=True, error_model="numpy")
def survivors(x, mask, scale, y):
    """x / scale where the mask keeps it, else 0."""
    for start in range(0, x.size, BLOCK):
        stop = min(x.size, start + BLOCK)
        _select(x[start:stop], mask[start:stop], scale, y[start:stop])


@njit(cache=True, error_model="numpy")
def toss_and_select(x, key, threshold, scale, y, mask):
    """Draw the mask and apply it, block by block."""
    for start in range(0, x.size, BLOCK):
        stop = min(x.size, start + BLOCK)
        toss(key, start, threshold, mask[start:stop])
        _select(x[start:stop], mask[start:stop], scale, y[start:stop])
