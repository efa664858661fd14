"""Recall in NumPy."""

from ._labels import outcomes, quotient, require_choice


def recall(predicted, actual, *, empty="zero"):
    """Labels of 0 and 1 are masks already: true positives are counted in their bitwise and."""
    require_choice("empty", empty, ("zero", "nan"))
    both, _, positive = outcomes(predicted, actual)
    return quotient(both, positive, empty)
