"""Metrics of a classifier, counted by hand."""

import numpy as np

from primcheck.reference.metric.confusion_matrix import confusion_matrix

PREDICTED = np.array([0, 1, 1, 2, 1, 0, 2, 1])
ACTUAL = np.array([0, 1, 2, 2, 1, 1, 2, 0])


def test_confusion_matrix():
    """Of class 0 one is right and one called 1; of class 1 two are right and one called 0; of class 2 two are right."""
    counts = confusion_matrix(PREDICTED, ACTUAL, classes=3)
    np.testing.assert_array_equal(counts, [[1, 1, 0], [1, 2, 0], [0, 1, 2]])


def test_confusion_matrix_of_absent_classes():
    """A class that does not occur has a row and a column all the same."""
    counts = confusion_matrix(np.array([1, 1]), np.array([1, 3]), classes=4)
    np.testing.assert_array_equal(counts, [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 1, 0, 0]])
