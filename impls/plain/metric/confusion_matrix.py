"""The confusion matrix in plain Python."""

import numpy as np

from ._labels import require_classes, require_labels


def confusion_matrix(predicted, actual, *, classes):
    """One count per example, in a list of rows."""
    require_labels(predicted=predicted, actual=actual)
    columns, rows = predicted.tolist(), actual.tolist()
    require_classes(classes, predicted=columns, actual=rows)
    counts = [[0] * classes for _ in range(classes)]
    for i, j in zip(rows, columns, strict=True):
        counts[i][j] += 1
    return np.array(counts, np.int64)
