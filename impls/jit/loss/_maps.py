"""Feature maps as matrices, and what is done to the small matrices between two products.

The products themselves are those of NumPy's BLAS: a compiled loop would need several times as long.
"""

import numpy as np
from numba import njit

from ._arrays import plain_memory


def flat_maps(features: np.ndarray) -> np.ndarray:
    """Return one row of H·W values per channel."""
    channels, height, width = features.shape
    return plain_memory(features).reshape(channels, height * width)


@njit(cache=True, error_model="numpy")
def scale(values, divisor):
    """Divide in place."""
    for i in range(values.size):
        values[i] /= divisor


@njit(cache=True, error_model="numpy")
def both_sides(dy, divisor, out):
    """(dy + dyᵀ) / divisor."""
    for i in range(dy.shape[0]):
        for j in range(dy.shape[1]):
            out[i, j] = (dy[i, j] + dy[j, i]) / divisor
