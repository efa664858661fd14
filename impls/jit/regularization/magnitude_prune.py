"""The pruning of small weights, compiled."""

import numpy as np
from numba import njit

from ..loss._arrays import flat
from ._checks import require_not_negative


def magnitude_prune(w, *, threshold):
    """One compiled loop without a mask in memory, and with a select instead of a branch."""
    require_not_negative("threshold", threshold)
    pruned = np.empty(w.shape, w.dtype)
    _pruned(flat(w), w.dtype.type(threshold), pruned.reshape(-1))
    return pruned


@njit(cache=True, error_model="numpy")
def _pruned(w, threshold, pruned):
    zero = w.dtype.type(0)
    for i in range(w.size):
        pruned[i] = zero if abs(w[i]) < threshold else w[i]
