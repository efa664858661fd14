"""Shares of what a classifier gets right, counted by hand."""

import numpy as np
import pytest

from primcheck.reference.metric.accuracy import accuracy
from primcheck.reference.metric.f1_score import f1_score
from primcheck.reference.metric.precision import precision
from primcheck.reference.metric.recall import recall

PREDICTED = np.array([0, 1, 1, 2, 1, 0, 2, 1])
ACTUAL = np.array([0, 1, 2, 2, 1, 1, 2, 0])

NO, YES = np.array([0, 0]), np.array([1, 1])

# Five alarms, three of them real; one positive missed; two negatives left alone: TP 3, FP 2, FN 1, TN 2.
ALARMS = np.array([1, 1, 1, 1, 1, 0, 0, 0])
TRUTH = np.array([1, 1, 1, 0, 0, 1, 0, 0])


def test_accuracy():
    """Five of eight agree; of the alarms, 3 + 2 of eight are right."""
    assert accuracy(PREDICTED, ACTUAL) == 5 / 8
    assert accuracy(ALARMS, TRUTH) == 5 / 8


def test_precision():
    """Three of five alarms are real."""
    assert precision(ALARMS, TRUTH) == 3 / 5


def test_recall():
    """Three of four positives are found."""
    assert recall(ALARMS, TRUTH) == 3 / 4


def test_f1_score():
    """Three hits, two false alarms, one miss: 6 / (6 + 2 + 1), the harmonic mean of 3/5 and 3/4."""
    assert f1_score(ALARMS, TRUTH) == 6 / 9
    np.testing.assert_allclose(f1_score(ALARMS, TRUTH), 2 / (5 / 3 + 4 / 3), rtol=1e-12)


@pytest.mark.parametrize(("empty", "expected"), [("zero", 0.0), ("nan", np.nan)])
def test_nothing_by_nothing(empty, expected):
    """No alarms; no positives; neither: each is 0/0."""
    np.testing.assert_equal(precision(NO, YES, empty=empty), expected)
    np.testing.assert_equal(recall(YES, NO, empty=empty), expected)
    np.testing.assert_equal(f1_score(NO, NO, empty=empty), expected)


def test_nothing_by_something():
    """Alarms without positives have precision 0, positives without alarms recall 0: nothing is 0/0 there."""
    assert precision(YES, NO, empty="nan") == 0
    assert recall(NO, YES, empty="nan") == 0
    assert f1_score(NO, YES, empty="nan") == f1_score(YES, NO, empty="nan") == 0
