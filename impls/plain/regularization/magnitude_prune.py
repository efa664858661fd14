"""The pruning of small weights in plain Python."""

import numpy as np

from ._checks import require_not_negative


def magnitude_prune(w, *, threshold):
    """One comparison per element, in an order that lets NaN through."""
    require_not_negative("threshold", threshold)
    pruned = [0.0 if abs(v) < threshold else v for v in w.ravel().tolist()]
    return np.array(pruned, w.dtype).reshape(w.shape)
