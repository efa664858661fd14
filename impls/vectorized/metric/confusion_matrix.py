"""The confusion matrix in NumPy."""

import numpy as np

from ._labels import require_classes, require_labels


def confusion_matrix(predicted, actual, *, classes):
    """Row and column make one index, so that np.bincount does all the counting."""
    require_labels(predicted=predicted, actual=actual)
    require_classes(classes, predicted=predicted, actual=actual)
    index = actual * classes
    index += predicted
    return np.bincount(index, minlength=classes * classes).reshape(classes, classes)
