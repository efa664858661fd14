"""Precision in NumPy."""

from ._labels import outcomes, quotient, require_choice


def precision(predicted, actual, *, empty="zero"):
    """Labels of 0 and 1 are masks already: true positives are counted in their bitwise and."""
    require_choice("empty", empty, ("zero", "nan"))
    both, found, _ = outcomes(predicted, actual)
    return quotient(both, found, empty)
