"""The triplet loss in NumPy."""

import numpy as np

from ._checks import require_choice, require_not_negative, require_rows, require_same_shape
from ._numbers import quotient


def triplet_loss(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """Two temporaries; their squares are added up row by row without being stored."""
    _require(anchor, positive, negative, margin, distance)
    excess = _length(anchor - positive, distance) - _length(anchor - negative, distance) + margin
    return quotient(np.maximum(excess, 0).sum(), len(anchor))


def triplet_loss_backward(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """The two differences become two of the gradients, scaled in place by one number per row."""
    _require(anchor, positive, negative, margin, distance)
    pull, push = anchor - positive, anchor - negative
    near, far = _length(pull, distance), _length(push, distance)
    weight = (near - far + margin > 0) / max(len(anchor), 1)
    for difference, length in ((pull, near), (push, far)):
        divisor = np.where(length > 0, length, 1) if distance == "euclidean" else 0.5
        difference *= (weight / divisor).astype(anchor.dtype)[:, None]
    return pull - push, -pull, push


def _length(difference, distance):
    squares = np.einsum("nd,nd->n", difference, difference)
    return np.sqrt(squares) if distance == "euclidean" else squares


def _require(anchor, positive, negative, margin, distance):
    require_rows(anchor=anchor)
    require_same_shape(anchor=anchor, positive=positive, negative=negative)
    require_not_negative(margin=margin)
    require_choice("distance", distance, ("squared", "euclidean"))
