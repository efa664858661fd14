"""The recall of a classifier that says yes or no."""

import numpy as np

from ._labels import outcomes, quotient, require_choice


def recall(predicted: np.ndarray, actual: np.ndarray, *, empty: str = "zero") -> float:
    """Tell how many of the positive examples are found.

    Args:
        predicted: (N,), the predictions: 1 is positive, 0 negative.
        actual: (N,), the truth, likewise.
        empty: what it is when there are no positive examples: "zero" or "nan".

    Returns:
        True positives divided by all actual positives.

    Raises:
        ValueError: the labels are not 0 and 1, have not one axis or not one length, or empty is unknown.

    Source: van Rijsbergen, Information Retrieval, 2nd edition, Butterworths 1979, chapter 7.
    """
    require_choice("empty", empty, ("zero", "nan"))
    tp, _, fn = outcomes(predicted, actual)
    return quotient(tp, tp + fn, empty)
