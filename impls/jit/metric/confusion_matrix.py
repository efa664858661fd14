"""The confusion matrix, compiled."""

import numpy as np
from numba import njit

from ._labels import plain_memory, require_labels


def confusion_matrix(predicted, actual, *, classes):
    """One pass that checks and counts; no index is stored."""
    require_labels(predicted=predicted, actual=actual)
    if classes < 1:
        raise ValueError(f"classes must be at least 1, got {classes}")
    counts = np.zeros((classes, classes), np.int64)
    if not _count(plain_memory(predicted), plain_memory(actual), counts):
        raise ValueError(f"predicted and actual must lie between 0 and {classes - 1}")
    return counts


@njit(cache=True, error_model="numpy")
def _count(predicted, actual, counts):
    classes = counts.shape[0]
    for n in range(actual.size):
        i, j = actual[n], predicted[n]
        if i < 0 or i >= classes or j < 0 or j >= classes:
            return False
        counts[i, j] += 1
    return True
