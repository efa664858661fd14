"""Recall in plain Python."""

from ._labels import outcomes, quotient, require_choice


def recall(predicted, actual, *, empty="zero"):
    """Labels of 0 and 1 are their own counts: actual positives are a sum."""
    require_choice("empty", empty, ("zero", "nan"))
    both, _, positive = outcomes(predicted, actual)
    return quotient(both, positive, empty)
