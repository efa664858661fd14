"""Metrics from the confusion matrix and from one-hot rows."""

import numpy as np


def confusion_matrix(predicted, actual, *, classes):
    """A product of one-hot rows."""
    actual, predicted = (np.eye(classes, dtype=np.int64)[labels] for labels in (actual, predicted))
    return actual.T @ predicted


def accuracy(predicted, actual):
    """The mean of the hits."""
    return float(np.mean(predicted == actual)) if len(actual) else 0.0


def precision(predicted, actual):
    """One of the matrix by its column."""
    matrix = _yes_or_no(predicted, actual)
    return matrix[1, 1] / max(matrix[:, 1].sum(), 1)


def recall(predicted, actual):
    """One of the matrix by its row."""
    matrix = _yes_or_no(predicted, actual)
    return matrix[1, 1] / max(matrix[1].sum(), 1)


def f1_score(predicted, actual):
    """The harmonic mean of precision and recall."""
    p, r = precision(predicted, actual), recall(predicted, actual)
    return 2 * p * r / (p + r) if p + r else 0.0


def top_k_accuracy(scores, labels, *, k):
    """The label's score must exceed the one after the k best others."""
    if not len(labels):
        return scores.dtype.type(0)
    others = np.sort(np.where(np.arange(scores.shape[1]) == labels[:, np.newaxis], -np.inf, scores), axis=1)[:, ::-1]
    own = np.take_along_axis(scores, labels[:, np.newaxis], 1)[:, 0]
    # The label itself stands among the others as −∞, behind them all.
    hits = (own > others[:, k - 1]) | (k >= scores.shape[1])
    return np.mean(hits, dtype=scores.dtype)


def _yes_or_no(predicted, actual):
    return confusion_matrix((predicted == 1).astype(int), (actual == 1).astype(int), classes=2)
