"""Metrics from sets, dictionaries and counts."""

from collections import Counter

import numpy as np


def confusion_matrix(predicted, actual, *, classes):
    """Pairs are counted."""
    counts = Counter(zip(actual.tolist(), predicted.tolist(), strict=True))
    return np.array([[counts[i, j] for j in range(classes)] for i in range(classes)], np.int64).reshape(
        classes, classes
    )


def accuracy(predicted, actual):
    """Hits are counted."""
    hits = Counter((predicted == actual).tolist())
    return hits[True] / max(hits.total(), 1)


def precision(predicted, actual):
    """The share of the found that are right."""
    found, right = _where(predicted), _where(actual)
    return len(found & right) / max(len(found), 1)


def recall(predicted, actual):
    """The share of the right that are found."""
    found, right = _where(predicted), _where(actual)
    return len(found & right) / max(len(right), 1)


def f1_score(predicted, actual):
    """Twice the common ones by all."""
    found, right = _where(predicted), _where(actual)
    return 2 * len(found & right) / max(len(found) + len(right), 1)


def top_k_accuracy(scores, labels, *, k):
    """The label's place when all are sorted, itself behind its equals."""
    hits = 0
    for row, label in zip(scores.tolist(), labels.tolist(), strict=True):
        order = sorted(
            range(len(row)), key=lambda c: (row[c] == row[c], -row[c] if row[c] == row[c] else 0, c == label)
        )
        hits += row[label] == row[label] and order.index(label) < k
    return scores.dtype.type(hits / max(len(labels), 1))


def _where(labels):
    return set(np.flatnonzero(labels == 1).tolist())
