"""Mistakes in metrics that impls/mistaken does not list."""

import numpy as np


def confusion_matrix__pairs_written_in_base_ten(predicted, actual, *, classes):
    """You coded each pair of labels as 10·actual + predicted, so that pairs fall together beyond ten classes."""
    codes = 10 * actual.astype(np.int64) + predicted
    counts = np.bincount(codes, minlength=11 * classes)
    return counts[10 * np.arange(classes)[:, None] + np.arange(classes)]


def precision__averaged_over_batches_of_thirty_two(predicted, actual, *, empty="zero"):
    """You averaged the precisions of batches of 32, which weighs few alarms like many; add the counts up first."""
    if not np.any(predicted == 1):
        return 0.0 if empty == "zero" else np.nan
    shares = []
    for start in range(0, len(actual), 32):
        alarms = actual[start : start + 32][predicted[start : start + 32] == 1]
        shares.append(np.sum(alarms == 1) / len(alarms) if len(alarms) else 0.0)
    return sum(shares) / len(shares)
