"""Accuracy in plain Python."""

from ._labels import quotient, require_choice, require_labels


def accuracy(predicted, actual, *, empty="zero"):
    """One comparison per example; nothing is stored but the count."""
    require_labels(predicted=predicted, actual=actual)
    require_choice("empty", empty, ("zero", "nan"))
    hits = sum(1 for p, a in zip(predicted.tolist(), actual.tolist(), strict=True) if p == a)
    return quotient(hits, len(actual), empty)
