"""Memory as the kernels like it, and the sums that several losses need."""

import math

import numpy as np
from numba import njit

REORDER = {"reassoc", "contract", "nsz"}  # NaN and infinity keep their meaning
BLOCK = 4096


def plain_memory(x: np.ndarray) -> np.ndarray:
    """Copy only if needed: every kernel then compiles once per dtype, not once more for read-only or strided arrays."""
    flags = x.flags
    return x if flags.c_contiguous and flags.writeable and flags.aligned else x.copy()


def flat(x: np.ndarray) -> np.ndarray:
    """The elements in row-major order."""
    return plain_memory(x).reshape(-1)


def quotient(total, count):
    """The mean of nothing is NaN."""
    return total / count if count else math.nan


@njit(cache=True, error_model="numpy")
def squared_distance(a, b):
    """Σ (a − b)²: blocks in the arrays' own precision, their sums in double precision."""
    total = 0.0
    for start in range(0, a.size, BLOCK):
        total += squares_of_difference(a[start : start + BLOCK], b[start : start + BLOCK])
    return total


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def squares_of_difference(a, b):
    """Σ (a − b)² of a few thousand elements, in the arrays' own precision."""
    total = a.dtype.type(0)
    for i in range(a.size):
        difference = a[i] - b[i]
        total += difference * difference
    return total


@njit(cache=True, error_model="numpy")
def scaled_difference(a, b, factor, out):
    """factor · (a − b), written into out."""
    for i in range(a.size):
        out[i] = factor * (a[i] - b[i])
