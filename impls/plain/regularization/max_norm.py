"""The limit on the lengths of units' weights in plain Python."""

import math

import numpy as np

from ._checks import require_matrix, require_not_negative


def max_norm(w, *, limit):
    """One pass for the lengths, row by row as the weights lie in memory, and one that shortens."""
    require_matrix(w)
    require_not_negative("limit", limit)
    rows = w.tolist()
    squares = [0.0] * w.shape[1]
    for row in rows:
        squares = [total + v * v for total, v in zip(squares, row, strict=True)]
    norms = map(math.sqrt, squares)
    scales = [limit / norm if norm > limit else 1.0 for norm in norms]
    shortened = [[v * scale for v, scale in zip(row, scales, strict=True)] for row in rows]
    return np.array(shortened, w.dtype).reshape(w.shape)
