"""The limit on the lengths of units' weights in NumPy."""

import numpy as np

from ._checks import require_matrix, require_not_negative


def max_norm(w, *, limit):
    """No square is stored, and the weights are multiplied once, by a row of factors of which most may be 1."""
    require_matrix(w)
    require_not_negative("limit", limit)
    norms = np.sqrt(np.einsum("ij,ij->j", w, w))
    scales = np.ones_like(norms)
    np.divide(limit, norms, out=scales, where=norms > limit)
    return w * scales
