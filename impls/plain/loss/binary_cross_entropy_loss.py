"""The cross-entropy of yes-or-no answers in plain Python."""

import math

import numpy as np

from ._checks import require_choice, require_same_shape
from ._numbers import quotient


def binary_cross_entropy_loss(logits, target, *, reduction="mean"):
    """One exponential and one logarithm per element, neither of which can overflow."""
    pairs = _pairs(logits, target, reduction)
    total = sum((0.0 if z <= 0 else z) - t * z + math.log1p(math.exp(-abs(z))) for z, t in pairs)
    return quotient(total, logits.size) if reduction == "mean" else total


def binary_cross_entropy_loss_backward(logits, target, *, reduction="mean"):
    """One exponential per element."""
    pairs = _pairs(logits, target, reduction)
    count = logits.size if reduction == "mean" else 1
    gradient = [(_sigmoid(z) - t) / count for z, t in pairs]
    return np.array(gradient, logits.dtype).reshape(logits.shape)


def _sigmoid(z):
    small = math.exp(-abs(z))
    return 1 / (1 + small) if z >= 0 else small / (1 + small)


def _pairs(logits, target, reduction):
    require_same_shape(logits=logits, target=target)
    require_choice("reduction", reduction, ("mean", "sum"))
    return zip(logits.ravel().tolist(), target.ravel().tolist(), strict=True)
