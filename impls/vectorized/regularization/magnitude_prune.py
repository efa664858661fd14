"""The pruning of small weights in NumPy."""

import numpy as np

from ._checks import require_not_negative


def magnitude_prune(w, *, threshold):
    """A copy of the weights, in which the small ones are overwritten through a mask."""
    require_not_negative("threshold", threshold)
    pruned = np.array(w)
    np.copyto(pruned, 0, where=np.abs(w) < threshold)
    return pruned
