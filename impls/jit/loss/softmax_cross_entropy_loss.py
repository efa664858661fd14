"""The cross-entropy of softmax, compiled."""

import math

import numpy as np
from numba import njit

from ..activation.softmax import _exponentials, _maximum, _scaled, _sum
from ._arrays import plain_memory, quotient
from ._checks import require_choice, require_labels, require_rows


def softmax_cross_entropy_loss(logits, labels, *, reduction="mean"):
    """Each row is passed over while it is in cache; nothing but one number leaves it."""
    _require(logits, labels, reduction)
    total = _loss(plain_memory(logits), plain_memory(labels))
    return quotient(total, len(labels)) if reduction == "mean" else total


def softmax_cross_entropy_loss_backward(logits, labels, *, reduction="mean"):
    """Each row's gradient is written straight from its exponentials, without a one-hot row."""
    _require(logits, labels, reduction)
    gradient = np.empty(logits.shape, logits.dtype)
    weight = 1 / max(len(labels), 1) if reduction == "mean" else 1
    _gradient(plain_memory(logits), plain_memory(labels), logits.dtype.type(weight), gradient)
    return gradient


def _require(logits, labels, reduction):
    require_rows(logits=logits)
    require_labels(labels, *logits.shape)
    require_choice("reduction", reduction, ("mean", "sum"))


@njit(cache=True, error_model="numpy")
def _loss(logits, labels):
    line = np.empty(logits.shape[1], logits.dtype)
    total = 0.0
    for row in range(logits.shape[0]):
        top = _maximum(logits[row])
        _exponentials(logits[row], top, line)
        total += math.log(np.float64(_sum(line))) - (logits[row, labels[row]] - top)
    return total


@njit(cache=True, error_model="numpy")
def _gradient(logits, labels, weight, gradient):
    line = np.empty(logits.shape[1], logits.dtype)
    one = logits.dtype.type(1)
    for row in range(logits.shape[0]):
        _exponentials(logits[row], _maximum(logits[row]), line)
        factor = one / _sum(line)
        _scaled(line, factor * weight, gradient[row])
        label = labels[row]
        gradient[row, label] = (line[label] * factor - one) * weight
