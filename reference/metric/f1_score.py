"""The F1 score of a classifier that says yes or no."""

import numpy as np

from ._labels import outcomes, quotient, require_choice


def f1_score(predicted: np.ndarray, actual: np.ndarray, *, empty: str = "zero") -> float:
    """Weigh false alarms and misses alike: the harmonic mean of precision and recall.

    Args:
        predicted: (N,), the predictions: 1 is positive, 0 negative.
        actual: (N,), the truth, likewise.
        empty: what it is when there are neither positives nor alarms: "zero" or "nan".

    Returns:
        2·TP / (2·TP + FP + FN): true positives, false positives and false negatives.

    Raises:
        ValueError: the labels are not 0 and 1, have not one axis or not one length, or empty is unknown.

    Source: van Rijsbergen, Information Retrieval, 2nd edition, Butterworths 1979, chapter 7.
    """
    require_choice("empty", empty, ("zero", "nan"))
    tp, fp, fn = outcomes(predicted, actual)
    return quotient(2 * tp, 2 * tp + fp + fn, empty)
