"""The cross-entropy of softmax in plain Python."""

import math

import numpy as np

from ._checks import require_choice, require_labels, require_rows
from ._numbers import quotient


def softmax_cross_entropy_loss(logits, labels, *, reduction="mean"):
    """One row at a time: no probability is computed, so none can underflow to a logarithm of 0."""
    _require(logits, labels, reduction)
    total = 0.0
    for row, label in zip(logits.tolist(), labels.tolist(), strict=True):
        top, exponentials = _exponentials(row)
        total += math.log(sum(exponentials)) - (row[label] - top)
    return quotient(total, len(labels)) if reduction == "mean" else total


def softmax_cross_entropy_loss_backward(logits, labels, *, reduction="mean"):
    """Probabilities, with a 1 taken off where the label is."""
    _require(logits, labels, reduction)
    count = len(labels) if reduction == "mean" else 1
    gradient = []
    for row, label in zip(logits.tolist(), labels.tolist(), strict=True):
        _, exponentials = _exponentials(row)
        total = sum(exponentials)
        probabilities = [e / total for e in exponentials]
        probabilities[label] -= 1.0
        gradient.append([p / count for p in probabilities])
    return np.array(gradient, logits.dtype).reshape(logits.shape)


def _exponentials(row):
    # A NaN either is Python's max, or reaches the sum: both make the whole row NaN.
    top = max(row)
    return top, [math.exp(score - top) for score in row]


def _require(logits, labels, reduction):
    require_rows(logits=logits)
    require_labels(labels, *logits.shape)
    require_choice("reduction", reduction, ("mean", "sum"))
