"""The confusion matrix of a classifier."""

import numpy as np

from ._labels import require_classes, require_labels


def confusion_matrix(predicted: np.ndarray, actual: np.ndarray, *, classes: int) -> np.ndarray:
    """Count which class was taken for which.

    Args:
        predicted: (N,), the predicted classes, integers from 0 to classes − 1.
        actual: (N,), the actual classes, likewise.
        classes: how many classes there are, at least 1.

    Returns:
        (classes, classes) integers: row i, column j holds the number of examples of class i predicted as class j.

    Raises:
        ValueError: the labels are no integers, have not one axis or not one length, or are no classes.

    Source: Provost and Kohavi, Glossary of Terms, Machine Learning 30, 1998; rows and columns as in scikit-learn 1.9.
    """
    require_labels(predicted=predicted, actual=actual)
    require_classes(classes, predicted=predicted, actual=actual)
    counts = np.zeros((classes, classes), dtype=np.int64)
    for i, j in zip(actual, predicted, strict=True):
        counts[i, j] += 1
    return counts
