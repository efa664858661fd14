"""What is compiled around the products of a linear layer; the products themselves are those of NumPy's BLAS."""

import numpy as np
from numba import njit


def plain_memory(x: np.ndarray) -> np.ndarray:
    """Copy only if needed: every kernel then compiles once per dtype, not once more for read-only or strided arrays."""
    flags = x.flags
    return x if flags.c_contiguous and flags.writeable and flags.aligned else x.copy()


@njit(cache=True, error_model="numpy")
def add_row(y, b):
    """Add b to every row, in place."""
    for n in range(y.shape[0]):
        _add(y[n], b)


@njit(cache=True, error_model="numpy")
def _add(row, b):
    for i in range(row.size):
        row[i] += b[i]


@njit(cache=True, error_model="numpy")
def column_sums(dy, factor, out):
    """factor · Σ over the rows, added up in double precision."""
    totals = np.zeros(dy.shape[1])
    for n in range(dy.shape[0]):
        _add(totals, dy[n])
    for i in range(totals.size):
        out[i] = totals[i] * factor


@njit(cache=True, error_model="numpy")
def scale(values, factor):
    """Multiply in place."""
    for i in range(values.size):
        values[i] *= factor
