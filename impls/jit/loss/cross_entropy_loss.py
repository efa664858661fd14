"""The cross-entropy of probabilities, compiled."""

import math

import numpy as np
from numba import njit

from ._arrays import flat, quotient
from ._checks import require_choice, require_rows, require_same_shape

GUARDS = {"none": 0.0, "added": 1e-7}


def cross_entropy_loss(probability, target, *, guard="none"):
    """One pass: a logarithm is only taken where the target expects a class at all."""
    _require(probability, target, guard)
    return quotient(-_products(flat(probability), flat(target), GUARDS[guard]), len(target))


def cross_entropy_loss_backward(probability, target, *, guard="none"):
    """One pass: each element is read once and its gradient written once."""
    _require(probability, target, guard)
    gradient = np.empty(probability.shape, probability.dtype)
    weight = -1 / max(len(target), 1)
    _gradient(flat(probability), flat(target), GUARDS[guard], weight, gradient.reshape(-1))
    return gradient


def _require(probability, target, guard):
    require_rows(probability=probability)
    require_same_shape(probability=probability, target=target)
    require_choice("guard", guard, tuple(GUARDS))


@njit(cache=True, error_model="numpy")
def _products(probability, target, guard):
    total = 0.0
    for i in range(target.size):
        if target[i] != 0:
            total += target[i] * math.log(probability[i] + guard)
    return total


@njit(cache=True, error_model="numpy")
def _gradient(probability, target, guard, weight, gradient):
    for i in range(target.size):
        gradient[i] = weight * target[i] / (probability[i] + guard) if target[i] != 0 else 0
