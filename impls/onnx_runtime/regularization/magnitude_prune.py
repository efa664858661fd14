"""The pruning of weights by their size with ONNX Runtime."""

import numpy as np

from .._sessions import run


def magnitude_prune(w, *, threshold):
    """Shrink without a bias."""
    return run("Shrink", w, lambd=threshold, bias=0.0)


def declines(*, w, threshold, **_):
    """Shrink's definition: x + bias below -lambd, x - bias above lambd, otherwise 0."""
    if np.isnan(w).any() or (np.abs(w) == threshold).any():
        return "Shrink sets what is neither below -lambd nor above lambd to 0, a NaN too"
    return None
