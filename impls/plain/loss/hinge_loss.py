"""The multiclass hinge loss in plain Python."""

import numpy as np

from ._checks import require_labels, require_not_negative, require_rows
from ._numbers import quotient


def hinge_loss(scores, labels, *, margin=1.0):
    """One row at a time, one comparison per class."""
    total = 0.0
    for row, label in _rows(scores, labels, margin):
        for j, score in enumerate(row):
            excess = score - row[label] + margin
            if j != label and not excess <= 0:
                total += excess
    return quotient(total, len(labels))


def hinge_loss_backward(scores, labels, *, margin=1.0):
    """One row at a time: the label gets what all the others have got, with the other sign."""
    gradient = []
    for row, label in _rows(scores, labels, margin):
        step = [1 / len(labels) if score - row[label] + margin > 0 else 0.0 for score in row]
        step[label] = 0.0
        step[label] = -sum(1 for value in step if value) / len(labels)
        gradient.append(step)
    return np.array(gradient, scores.dtype).reshape(scores.shape)


def _rows(scores, labels, margin):
    require_rows(scores=scores)
    require_labels(labels, *scores.shape)
    require_not_negative(margin=margin)
    return zip(scores.tolist(), labels.tolist(), strict=True)
