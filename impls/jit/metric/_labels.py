"""Labels as the kernels like them, what this technique refuses, and how yes-or-no answers are counted."""

import math

import numpy as np
from numba import njit


def require_labels(**arrays):
    """Refuse what is not one integer per example, for the same number of examples."""
    (first, *_), length = arrays, np.size(next(iter(arrays.values())))
    for name, labels in arrays.items():
        if np.ndim(labels) != 1 or np.asarray(labels).dtype.kind not in "iu":
            raise ValueError(f"{name} must be integers with one axis, got {labels.dtype} of shape {np.shape(labels)}")
        if len(labels) != length:
            raise ValueError(f"{name} must be as long as {first}, {length}, got {len(labels)}")


def require_scores(scores, labels, k):
    """Refuse what is not one row of scores and one class per example, or a k that is no number of classes."""
    if np.ndim(scores) != 2 or not np.shape(scores)[1]:
        raise ValueError(f"scores must be (N, C) with at least one column, got shape {np.shape(scores)}")
    require_labels(labels=labels)
    if len(labels) != len(scores):
        raise ValueError(f"labels must be as long as scores, {len(scores)}, got {len(labels)}")
    if labels.size and not (labels.min() >= 0 and labels.max() < scores.shape[1]):
        raise ValueError(f"labels must lie between 0 and {scores.shape[1] - 1}, got {labels.min()} to {labels.max()}")
    if not 1 <= k <= scores.shape[1]:
        raise ValueError(f"k must lie between 1 and the number of classes, {scores.shape[1]}, got {k}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def plain_memory(x: np.ndarray) -> np.ndarray:
    """Copy only if needed: every kernel then compiles once per dtype, not once more for read-only or strided arrays."""
    flags = x.flags
    return x if flags.c_contiguous and flags.writeable and flags.aligned else x.copy()


def quotient(part, whole, empty):
    """Divide two counts; 0/0 is what the convention `empty` says."""
    if whole:
        return part / whole
    return 0.0 if empty == "zero" else math.nan


def outcomes(predicted, actual):
    """Return the numbers of true positives, predicted positives and actual positives."""
    require_labels(predicted=predicted, actual=actual)
    both, found, positive, lowest, highest = _outcomes(plain_memory(predicted), plain_memory(actual))
    if lowest < 0 or highest > 1:
        raise ValueError(f"predicted and actual must lie between 0 and 1, got {lowest} to {highest}")
    return both, found, positive


@njit(cache=True, error_model="numpy")
def _outcomes(predicted, actual):
    both = found = positive = lowest = highest = 0
    for n in range(predicted.size):
        both += predicted[n] & actual[n]
        found += predicted[n]
        positive += actual[n]
        lowest = min(lowest, predicted[n], actual[n])
        highest = max(highest, predicted[n], actual[n])
    return both, found, positive, lowest, highest
