"""The F1 score in plain Python."""

from ._labels import outcomes, quotient, require_choice


def f1_score(predicted, actual, *, empty="zero"):
    """Labels of 0 and 1 are their own counts: both numbers of positives are sums."""
    require_choice("empty", empty, ("zero", "nan"))
    both, found, positive = outcomes(predicted, actual)
    return quotient(2 * both, found + positive, empty)
