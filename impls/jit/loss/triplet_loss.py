"""The triplet loss, compiled."""

import math

import numpy as np
from numba import njit

from ._arrays import plain_memory, quotient, squares_of_difference
from ._checks import require_choice, require_not_negative, require_rows, require_same_shape


def triplet_loss(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """Each row is read once, and nothing is stored."""
    rows = _rows(anchor, positive, negative, margin, distance)
    return quotient(_loss(*rows, float(margin), distance == "euclidean"), len(anchor))


def triplet_loss_backward(anchor, positive, negative, *, margin=0.2, distance="squared"):
    """All three gradients of a row are written while its embeddings are in cache."""
    rows = _rows(anchor, positive, negative, margin, distance)
    gradients = tuple(np.empty(anchor.shape, anchor.dtype) for _ in rows)
    _gradients(*rows, float(margin), distance == "euclidean", *gradients)
    return gradients


def _rows(anchor, positive, negative, margin, distance):
    require_rows(anchor=anchor)
    require_same_shape(anchor=anchor, positive=positive, negative=negative)
    require_not_negative(margin=margin)
    require_choice("distance", distance, ("squared", "euclidean"))
    return plain_memory(anchor), plain_memory(positive), plain_memory(negative)


@njit(cache=True, error_model="numpy")
def _length(a, b, euclidean):
    squares = np.float64(squares_of_difference(a, b))
    return math.sqrt(squares) if euclidean else squares


@njit(cache=True, error_model="numpy")
def _loss(anchor, positive, negative, margin, euclidean):
    total = 0.0
    for n in range(anchor.shape[0]):
        excess = _length(anchor[n], positive[n], euclidean) - _length(anchor[n], negative[n], euclidean) + margin
        total += 0.0 if excess <= 0 else excess
    return total


@njit(cache=True, error_model="numpy")
def _gradients(anchor, positive, negative, margin, euclidean, danchor, dpositive, dnegative):
    kind = anchor.dtype.type
    for n in range(anchor.shape[0]):
        near = _length(anchor[n], positive[n], euclidean)
        far = _length(anchor[n], negative[n], euclidean)
        if near - far + margin > 0:
            pull = (1 / near if near > 0 else 0.0) if euclidean else 2.0
            push = (1 / far if far > 0 else 0.0) if euclidean else 2.0
        else:
            pull = push = 0.0
        pull, push = pull / anchor.shape[0], push / anchor.shape[0]
        _row(anchor[n], positive[n], negative[n], kind(pull), kind(push), danchor[n], dpositive[n], dnegative[n])


@njit(cache=True, error_model="numpy")
def _row(anchor, positive, negative, pull, push, danchor, dpositive, dnegative):
    for i in range(anchor.size):
        near = pull * (anchor[i] - positive[i])
        far = push * (anchor[i] - negative[i])
        danchor[i] = near - far
        dpositive[i] = -near
        dnegative[i] = far
