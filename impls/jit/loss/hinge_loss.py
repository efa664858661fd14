"""The multiclass hinge loss, compiled."""

import numpy as np
from numba import njit

from ._arrays import REORDER, plain_memory, quotient
from ._checks import require_labels, require_not_negative, require_rows


def hinge_loss(scores, labels, *, margin=1.0):
    """One pass over the scores, and nothing stored."""
    _require(scores, labels, margin)
    total = _loss(plain_memory(scores), plain_memory(labels), scores.dtype.type(margin))
    return quotient(total, len(labels))


def hinge_loss_backward(scores, labels, *, margin=1.0):
    """One pass: each gradient is written as its score is read, the label's at the end of the row."""
    _require(scores, labels, margin)
    gradient = np.empty(scores.shape, scores.dtype)
    kind = scores.dtype.type
    _gradient(plain_memory(scores), plain_memory(labels), kind(margin), kind(1 / max(len(labels), 1)), gradient)
    return gradient


def _require(scores, labels, margin):
    require_rows(scores=scores)
    require_labels(labels, *scores.shape)
    require_not_negative(margin=margin)


@njit(cache=True, error_model="numpy")
def _loss(scores, labels, margin):
    total = 0.0
    for n in range(scores.shape[0]):
        label = labels[n]
        chosen = scores[n, label]
        total += _excess(scores[n, :label], chosen, margin)
        total += _excess(scores[n, label + 1 :], chosen, margin)
    return total


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _excess(scores, chosen, margin):
    total = zero = scores.dtype.type(0)
    for j in range(scores.size):
        excess = scores[j] - chosen + margin
        total += zero if excess <= zero else excess
    return total


@njit(cache=True, error_model="numpy")
def _gradient(scores, labels, margin, weight, gradient):
    zero = scores.dtype.type(0)
    for n in range(scores.shape[0]):
        label = labels[n]
        chosen = scores[n, label]
        count = 0
        for j in range(scores.shape[1]):
            counts = scores[n, j] - chosen + margin > 0
            count += counts and j != label
            gradient[n, j] = weight if counts else zero
        gradient[n, label] = -count * weight
