"""Labels: what this technique refuses, and how the answers of a yes-or-no question are counted."""

import math

import numpy as np


def require_labels(**arrays):
    """Refuse what is not one integer per example, for the same number of examples."""
    (first, *_), length = arrays, np.size(next(iter(arrays.values())))
    for name, labels in arrays.items():
        if np.ndim(labels) != 1 or np.asarray(labels).dtype.kind not in "iu":
            raise ValueError(f"{name} must be integers with one axis, got {labels.dtype} of shape {np.shape(labels)}")
        if len(labels) != length:
            raise ValueError(f"{name} must be as long as {first}, {length}, got {len(labels)}")


def require_classes(classes, **arrays):
    """Refuse labels that are not the index of a class."""
    if classes < 1:
        raise ValueError(f"classes must be at least 1, got {classes}")
    for name, labels in arrays.items():
        if labels.size and not (labels.min() >= 0 and labels.max() < classes):
            raise ValueError(f"{name} must lie between 0 and {classes - 1}, got {labels.min()} to {labels.max()}")


def require_scores(scores, labels, k):
    """Refuse what is not one row of scores and one class per example, or a k that is no number of classes."""
    if np.ndim(scores) != 2 or not np.shape(scores)[1]:
        raise ValueError(f"scores must be (N, C) with at least one column, got shape {np.shape(scores)}")
    require_labels(labels=labels)
    if len(labels) != len(scores):
        raise ValueError(f"labels must be as long as scores, {len(scores)}, got {len(labels)}")
    require_classes(scores.shape[1], labels=labels)
    if not 1 <= k <= scores.shape[1]:
        raise ValueError(f"k must lie between 1 and the number of classes, {scores.shape[1]}, got {k}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def quotient(part, whole, empty):
    """Divide two counts; 0/0 is what the convention `empty` says."""
    if whole:
        return float(part / whole)
    return 0.0 if empty == "zero" else math.nan


def outcomes(predicted, actual):
    """Return the numbers of true positives, predicted positives and actual positives."""
    require_labels(predicted=predicted, actual=actual)
    require_classes(2, predicted=predicted, actual=actual)
    return np.count_nonzero(predicted & actual), np.count_nonzero(predicted), np.count_nonzero(actual)
