"""The mean squared error, compiled."""

import numpy as np

from ._arrays import flat, quotient, scaled_difference, squared_distance
from ._checks import require_choice, require_same_shape


def mse_loss(prediction, target, *, reduction="mean"):
    """One pass over both arrays: no difference is ever stored."""
    divisor = _divisor(prediction, target, reduction)
    return quotient(squared_distance(flat(prediction), flat(target)), divisor)


def mse_loss_backward(prediction, target, *, reduction="mean"):
    """One pass: each element is read once and its gradient written once."""
    divisor = _divisor(prediction, target, reduction)
    gradient = np.empty(prediction.shape, prediction.dtype)
    factor = prediction.dtype.type(quotient(2, divisor))
    scaled_difference(flat(prediction), flat(target), factor, gradient.reshape(-1))
    return gradient


def _divisor(prediction, target, reduction):
    require_same_shape(prediction=prediction, target=target)
    require_choice("reduction", reduction, ("mean", "sum", "half_sum", "half_mean"))
    rows = len(prediction) if prediction.ndim else 1
    return {"mean": prediction.size, "sum": 1, "half_sum": 2, "half_mean": 2 * rows}[reduction]
