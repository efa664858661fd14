"""Accuracy in NumPy."""

import numpy as np

from ._labels import quotient, require_labels


def accuracy(predicted, actual):
    """One comparison of whole arrays, one byte per example; np.count_nonzero counts many bytes at a time."""
    require_labels(predicted=predicted, actual=actual)
    return quotient(np.count_nonzero(predicted == actual), len(actual), "zero")
