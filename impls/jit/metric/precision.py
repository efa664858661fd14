"""Precision, compiled."""

from ._labels import outcomes, quotient, require_choice


def precision(predicted, actual, *, empty="zero"):
    """Counting and checking take one pass over the labels."""
    require_choice("empty", empty, ("zero", "nan"))
    both, found, _ = outcomes(predicted, actual)
    return quotient(both, found, empty)
