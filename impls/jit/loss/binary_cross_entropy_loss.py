"""The cross-entropy of yes-or-no answers, compiled."""

import math

import numpy as np
from numba import njit

from ..activation._exp import exp
from ._arrays import flat, quotient
from ._checks import require_choice, require_same_shape


def binary_cross_entropy_loss(logits, target, *, reduction="mean"):
    """One pass: nothing but one number leaves the loop."""
    _require(logits, target, reduction)
    total = _loss(flat(logits), flat(target))
    return quotient(total, logits.size) if reduction == "mean" else total


def binary_cross_entropy_loss_backward(logits, target, *, reduction="mean"):
    """One pass, with an exponential that the compiler can vectorise."""
    _require(logits, target, reduction)
    gradient = np.empty(logits.shape, logits.dtype)
    weight = 1 / max(logits.size, 1) if reduction == "mean" else 1
    _gradient(flat(logits), flat(target), logits.dtype.type(weight), gradient.reshape(-1))
    return gradient


def _require(logits, target, reduction):
    require_same_shape(logits=logits, target=target)
    require_choice("reduction", reduction, ("mean", "sum"))


@njit(cache=True, error_model="numpy")
def _loss(logits, target):
    total = 0.0
    for i in range(logits.size):
        z = logits[i]
        linear = (0.0 if z <= 0 else z) - np.float64(target[i]) * z
        total += linear + math.log1p(np.float64(exp(-abs(z))))
    return total


@njit(cache=True, error_model="numpy")
def _gradient(logits, target, weight, gradient):
    one = logits.dtype.type(1)
    for i in range(logits.size):
        small = exp(-abs(logits[i]))
        share = one / (one + small)
        gradient[i] = ((share if logits[i] >= 0 else small * share) - target[i]) * weight
