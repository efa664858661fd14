"""Metrics of a classifier, counted by hand."""

import numpy as np
import pytest

from primcheck.reference.metric.confusion_matrix import confusion_matrix
from primcheck.reference.metric.top_k_accuracy import top_k_accuracy

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


@pytest.mark.parametrize(("k", "expected"), [(1, 0.25), (2, 0.5), (3, 0.75), (4, 1.0)])
def test_top_k_accuracy(k, expected):
    """The actual classes are in places 1, 2, 3 and 4 of four."""
    scores = np.array([[9.0, 3.0, 2.0, 1.0], [1.0, 2.0, 3.0, 0.0], [0.5, 0.25, 0.125, 0.75], [-1.0, -4.0, -2.0, -3.0]])
    assert top_k_accuracy(scores, np.array([0, 1, 1, 1]), k=k) == expected


@pytest.mark.parametrize(("k", "expected"), [(1, 0.0), (2, 0.0), (3, 0.75), (4, 1.0)])
def test_top_k_accuracy_of_ties(k, expected):
    """Three classes share the first place: each is only sure to be among three."""
    scores = np.array([[1.0, 1.0, 1.0, 0.0]] * 4)
    assert top_k_accuracy(scores, np.array([0, 1, 2, 3]), k=k) == expected
