"""The accuracy of a classifier."""

import numpy as np

from ._labels import quotient, require_labels


def accuracy(predicted: np.ndarray, actual: np.ndarray) -> float:
    """Tell how many predictions are right.

    Args:
        predicted: (N,), the predicted classes, integers.
        actual: (N,), the actual classes.

    Returns:
        The number of places where the two agree, divided by N; 0 where there are none.

    Raises:
        ValueError: the labels are no integers, or have not one axis or not one length.

    Source: Provost and Kohavi, Glossary of Terms, Machine Learning 30, 1998.
    """
    require_labels(predicted=predicted, actual=actual)
    return quotient(np.sum(predicted == actual), len(actual), "zero")
