"""The cross-entropy of probabilities in plain Python."""

import math

import numpy as np

from ._checks import require_choice, require_rows, require_same_shape
from ._numbers import quotient

GUARDS = {"none": 0.0, "added": 1e-7}


def cross_entropy_loss(probability, target, *, guard="none"):
    """One logarithm for each class that the target expects at all."""
    pairs = _pairs(probability, target, guard)
    return quotient(-sum(t * _log(p + GUARDS[guard]) for p, t in pairs if t), len(target))


def cross_entropy_loss_backward(probability, target, *, guard="none"):
    """One division for each class that the target expects at all."""
    pairs = _pairs(probability, target, guard)
    rows = len(target)
    gradient = [_ratio(-t, p + GUARDS[guard]) / rows if t else 0.0 for p, t in pairs]
    return np.array(gradient, probability.dtype).reshape(probability.shape)


def _pairs(probability, target, guard):
    require_rows(probability=probability)
    require_same_shape(probability=probability, target=target)
    require_choice("guard", guard, tuple(GUARDS))
    return zip(probability.ravel().tolist(), target.ravel().tolist(), strict=True)


def _log(value):
    if value > 0:
        return math.log(value)
    return -math.inf if value == 0 else math.nan


def _ratio(numerator, denominator):
    return numerator / denominator if denominator else math.copysign(math.inf, numerator)
