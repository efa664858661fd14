"""The mean squared error in plain Python."""

import math

import numpy as np

from ._checks import require_choice, require_same_shape
from ._numbers import quotient


def mse_loss(prediction, target, *, reduction="mean"):
    """One pass, one running sum in double precision."""
    pairs = zip(*_lists(prediction, target, reduction), strict=True)
    differences = (p - t for p, t in pairs)
    return quotient(sum(d * d for d in differences), _divisor(prediction.shape, reduction))


def mse_loss_backward(prediction, target, *, reduction="mean"):
    """One difference per element, scaled by one factor found beforehand."""
    pairs = zip(*_lists(prediction, target, reduction), strict=True)
    factor = quotient(2.0, _divisor(prediction.shape, reduction))
    return np.array([factor * (p - t) for p, t in pairs], prediction.dtype).reshape(prediction.shape)


def _lists(prediction, target, reduction):
    require_same_shape(prediction=prediction, target=target)
    require_choice("reduction", reduction, ("mean", "sum", "half_sum", "half_mean"))
    return prediction.ravel().tolist(), target.ravel().tolist()


def _divisor(shape, reduction):
    return {"mean": math.prod(shape), "sum": 1, "half_sum": 2, "half_mean": 2 * math.prod(shape[:1])}[reduction]
