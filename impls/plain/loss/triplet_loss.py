"""The triplet loss in plain Python."""

import math

import numpy as np

from ._checks import require_choice, require_not_negative, require_rows, require_same_shape
from ._numbers import quotient


def triplet_loss(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """One row at a time, two distances each."""
    total = 0.0
    for a, p, n in _rows(anchor, positive, negative, margin, distance):
        excess = _length(a, p, distance) - _length(a, n, distance) + margin
        total += 0.0 if excess <= 0 else excess
    return quotient(total, len(anchor))


def triplet_loss_backward(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """Rows that keep the margin are passed over."""
    gradients = [], [], []
    for a, p, n in _rows(anchor, positive, negative, margin, distance):
        near, far = _length(a, p, distance), _length(a, n, distance)
        counts = near - far + margin > 0
        pull = _slope(a, p, near, distance, len(anchor)) if counts else [0.0] * len(a)
        push = _slope(a, n, far, distance, len(anchor)) if counts else [0.0] * len(a)
        gradients[0].append([x - y for x, y in zip(pull, push, strict=True)])
        gradients[1].append([-x for x in pull])
        gradients[2].append(push)
    return tuple(np.array(rows, anchor.dtype).reshape(anchor.shape) for rows in gradients)


def _length(a, b, distance):
    differences = (x - y for x, y in zip(a, b, strict=True))
    squares = sum(d * d for d in differences)
    return math.sqrt(squares) if distance == "euclidean" else squares


def _slope(a, b, length, distance, rows):
    divisor = rows * (0.5 if distance == "squared" else length or 1.0)
    return [(x - y) / divisor for x, y in zip(a, b, strict=True)]


def _rows(anchor, positive, negative, margin, distance):
    require_rows(anchor=anchor)
    require_same_shape(anchor=anchor, positive=positive, negative=negative)
    require_not_negative(margin=margin)
    require_choice("distance", distance, ("squared", "euclidean"))
    return zip(anchor.tolist(), positive.tolist(), negative.tolist(), strict=True)
