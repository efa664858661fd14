"""The limit on the lengths of units' weights, compiled."""

import numpy as np
from numba import njit

from ..loss._arrays import plain_memory
from ._checks import require_matrix, require_not_negative


def max_norm(w, *, limit):
    """Two passes along the rows, as the weights lie in memory; the lengths are added up in double precision."""
    require_matrix(w)
    require_not_negative("limit", limit)
    shortened = np.empty(w.shape, w.dtype)
    _shortened(plain_memory(w), float(limit), np.zeros(w.shape[1]), np.empty(w.shape[1], w.dtype), shortened)
    return shortened


@njit(cache=True, error_model="numpy")
def _shortened(w, limit, squares, scales, shortened):
    rows, columns = w.shape
    for i in range(rows):
        for j in range(columns):
            squares[j] += w[i, j] * w[i, j]
    for j in range(columns):
        norm = np.sqrt(squares[j])
        scales[j] = limit / norm if norm > limit else 1.0
    for i in range(rows):
        for j in range(columns):
            shortened[i, j] = w[i, j] * scales[j]
