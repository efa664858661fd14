"""Accuracy in plain Python."""

from ._labels import quotient, require_labels


def accuracy(predicted, actual):
    """One comparison per example; nothing is stored but the count."""
    require_labels(predicted=predicted, actual=actual)
    hits = sum(1 for p, a in zip(predicted.tolist(), actual.tolist(), strict=True) if p == a)
    return quotient(hits, len(actual), "zero")
