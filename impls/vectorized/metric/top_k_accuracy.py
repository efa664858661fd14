"""Top-k accuracy in NumPy."""

import numpy as np

from ._labels import quotient, require_scores


def top_k_accuracy(scores, labels, *, k):
    """One comparison of the whole matrix with a column, and no sorting."""
    require_scores(scores, labels, k)
    behind = np.count_nonzero(scores < np.take_along_axis(scores, labels[:, np.newaxis], axis=1), axis=1)
    return quotient(np.count_nonzero(behind >= scores.shape[1] - k), len(labels), "zero")
