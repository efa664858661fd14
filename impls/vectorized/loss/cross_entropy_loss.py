"""The cross-entropy of probabilities in NumPy."""

import numpy as np

from ._checks import require_choice, require_rows, require_same_shape
from ._numbers import quotient

GUARDS = {"none": 0, "added": 1e-7}


def cross_entropy_loss(probability, target, *, guard="none"):
    """Logarithms only where the target expects a class at all: one per row when it is one-hot."""
    _require(probability, target, guard)
    expected = target != 0
    chosen = probability[expected]
    if guard == "added":
        chosen += GUARDS[guard]
    with np.errstate(divide="ignore", invalid="ignore"):  # log 0 is −∞, and the loss infinite
        np.log(chosen, out=chosen)
    chosen *= target[expected]
    return quotient(-chosen.sum(), len(target))


def cross_entropy_loss_backward(probability, target, *, guard="none"):
    """Divisions only where the target expects a class at all, written straight into the result."""
    _require(probability, target, guard)
    gradient = np.zeros(probability.shape, probability.dtype)
    expected = target != 0
    with np.errstate(divide="ignore"):  # 1/0 is ∞
        gradient[expected] = -target[expected] / (probability[expected] + GUARDS[guard]) / max(len(target), 1)
    return gradient


def _require(probability, target, guard):
    require_rows(probability=probability)
    require_same_shape(probability=probability, target=target)
    require_choice("guard", guard, tuple(GUARDS))
