"""The Huber loss, compiled."""

import numpy as np
from numba import njit

from ._arrays import BLOCK, REORDER, flat, quotient
from ._checks import require_choice, require_positive, require_same_shape


def huber_loss(prediction, target, *, delta=1.0, reduction="mean"):
    """One pass without branches: with c the smaller of |d| and δ, both pieces are c·(|d| − ½c)."""
    _require(prediction, target, delta, reduction)
    total = _loss(flat(prediction), flat(target), prediction.dtype.type(delta))
    return quotient(total, prediction.size) if reduction == "mean" else total


def huber_loss_backward(prediction, target, *, delta=1.0, reduction="mean"):
    """One pass: each element is read once and its gradient written once."""
    _require(prediction, target, delta, reduction)
    gradient = np.empty(prediction.shape, prediction.dtype)
    kind = prediction.dtype.type
    weight = 1 / max(prediction.size, 1) if reduction == "mean" else 1
    _gradient(flat(prediction), flat(target), kind(delta), kind(weight), gradient.reshape(-1))
    return gradient


def _require(prediction, target, delta, reduction):
    require_same_shape(prediction=prediction, target=target)
    require_positive(delta=delta)
    require_choice("reduction", reduction, ("mean", "sum"))


@njit(cache=True, error_model="numpy")
def _loss(prediction, target, delta):
    total = 0.0
    for start in range(0, prediction.size, BLOCK):
        total += _block(prediction[start : start + BLOCK], target[start : start + BLOCK], delta)
    return total


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _block(prediction, target, delta):
    total = prediction.dtype.type(0)
    half = prediction.dtype.type(0.5)
    for i in range(prediction.size):
        difference = abs(prediction[i] - target[i])
        cut = delta if difference > delta else difference
        total += cut * (difference - half * cut)
    return total


@njit(cache=True, error_model="numpy")
def _gradient(prediction, target, delta, weight, gradient):
    for i in range(prediction.size):
        difference = prediction[i] - target[i]
        cut = delta if difference > delta else difference
        gradient[i] = weight * (-delta if cut < -delta else cut)
