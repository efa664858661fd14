"""The cross-entropy of yes-or-no answers in NumPy."""

import numpy as np

from ._checks import require_choice, require_same_shape
from ._numbers import quotient


def binary_cross_entropy_loss(logits, target, *, reduction="mean"):
    """Two temporaries: one becomes the logarithms, the other what is linear in the logits."""
    _require(logits, target, reduction)
    logarithms = np.asarray(np.abs(logits))
    np.negative(logarithms, out=logarithms)
    np.exp(logarithms, out=logarithms)
    np.log1p(logarithms, out=logarithms)
    linear = np.asarray(np.maximum(logits, 0))
    linear -= target * logits
    linear += logarithms
    total = linear.sum()
    return quotient(total, logits.size) if reduction == "mean" else total


def binary_cross_entropy_loss_backward(logits, target, *, reduction="mean"):
    """One exponential per element, of numbers that are never positive."""
    _require(logits, target, reduction)
    small = np.exp(-np.abs(logits))
    gradient = np.asarray(np.where(logits >= 0, 1, small))
    gradient /= 1 + small
    gradient -= target
    if reduction == "mean" and logits.size:
        gradient /= logits.size
    return gradient


def _require(logits, target, reduction):
    require_same_shape(logits=logits, target=target)
    require_choice("reduction", reduction, ("mean", "sum"))
