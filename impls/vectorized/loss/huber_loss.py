"""The Huber loss in NumPy."""

import numpy as np

from ._checks import require_choice, require_positive, require_same_shape
from ._numbers import quotient


def huber_loss(prediction, target, *, delta=1.0, reduction="mean"):
    """No branches: with c the smaller of |d| and δ, both pieces are c·(|d| − ½c), added up pairwise."""
    _require(prediction, target, delta, reduction)
    difference = np.abs(prediction - target).ravel(order="K")
    cut = np.minimum(difference, delta)
    difference -= cut / 2
    cut *= difference
    total = cut.sum()
    return quotient(total, prediction.size) if reduction == "mean" else total


def huber_loss_backward(prediction, target, *, delta=1.0, reduction="mean"):
    """The difference, cut off and scaled in place."""
    _require(prediction, target, delta, reduction)
    gradient = np.asarray(prediction - target)
    np.clip(gradient, -delta, delta, out=gradient)
    if reduction == "mean" and prediction.size:
        gradient /= prediction.size
    return gradient


def _require(prediction, target, delta, reduction):
    require_same_shape(prediction=prediction, target=target)
    require_positive(delta=delta)
    require_choice("reduction", reduction, ("mean", "sum"))
