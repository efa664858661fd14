"""Recall, compiled."""

from ._labels import outcomes, quotient, require_choice


def recall(predicted, actual, *, empty="zero"):
    """Counting and checking take one pass over the labels."""
    require_choice("empty", empty, ("zero", "nan"))
    both, _, positive = outcomes(predicted, actual)
    return quotient(both, positive, empty)
