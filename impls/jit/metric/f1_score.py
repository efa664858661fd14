"""The F1 score, compiled."""

from ._labels import outcomes, quotient, require_choice


def f1_score(predicted, actual, *, empty="zero"):
    """Counting and checking take one pass over the labels."""
    require_choice("empty", empty, ("zero", "nan"))
    both, found, positive = outcomes(predicted, actual)
    return quotient(2 * both, found + positive, empty)
