"""Accuracy, compiled."""

from numba import njit

from ._labels import plain_memory, quotient, require_labels


def accuracy(predicted, actual):
    """Labels are compared and counted in one pass, without a mask in memory."""
    require_labels(predicted=predicted, actual=actual)
    return quotient(_hits(plain_memory(predicted), plain_memory(actual)), len(actual), "zero")


@njit(cache=True, error_model="numpy")
def _hits(predicted, actual):
    hits = 0
    for n in range(actual.size):
        hits += predicted[n] == actual[n]
    return hits
