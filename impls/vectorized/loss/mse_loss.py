"""The mean squared error in NumPy."""

import math

import numpy as np

from ._checks import require_choice, require_same_shape
from ._numbers import quotient


def mse_loss(prediction, target, *, reduction="mean"):
    """One temporary, squared in place and added up pairwise, which keeps long sums accurate."""
    divisor = _divisor(prediction, target, reduction)
    difference = np.asarray(prediction - target).ravel(order="K")
    difference *= difference
    return quotient(difference.sum(), divisor)


def mse_loss_backward(prediction, target, *, reduction="mean"):
    """The difference, scaled in place by one factor."""
    divisor = _divisor(prediction, target, reduction)
    difference = np.asarray(prediction - target)
    difference *= quotient(2, divisor)
    return difference


def _divisor(prediction, target, reduction):
    require_same_shape(prediction=prediction, target=target)
    require_choice("reduction", reduction, ("mean", "sum", "half_sum", "half_mean"))
    rows = math.prod(prediction.shape[:1])
    return {"mean": prediction.size, "sum": 1, "half_sum": 2, "half_mean": 2 * rows}[reduction]
