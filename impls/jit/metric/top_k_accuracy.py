"""Top-k accuracy, compiled."""

from numba import njit

from ._labels import plain_memory, quotient, require_scores


def top_k_accuracy(scores, labels, *, k):
    """The scores are read once, and nothing is stored; counting a row takes vector instructions."""
    require_scores(scores, labels, k)
    return quotient(_hits(plain_memory(scores), plain_memory(labels), k), len(labels), "zero")


@njit(cache=True, error_model="numpy")
def _hits(scores, labels, k):
    hits = 0
    for n in range(labels.size):
        hits += _behind(scores[n], scores[n, labels[n]]) >= scores.shape[1] - k
    return hits


@njit(cache=True, error_model="numpy")
def _behind(row, actual):
    count = 0
    for i in range(row.size):
        count += row[i] < actual
    return count
