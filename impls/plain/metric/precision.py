"""Precision in plain Python."""

from ._labels import outcomes, quotient, require_choice


def precision(predicted, actual, *, empty="zero"):
    """Labels of 0 and 1 are their own counts: predicted positives are a sum."""
    require_choice("empty", empty, ("zero", "nan"))
    both, found, _ = outcomes(predicted, actual)
    return quotient(both, found, empty)
