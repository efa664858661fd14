"""The Huber loss in plain Python."""

import numpy as np

from ._checks import require_choice, require_positive, require_same_shape
from ._numbers import quotient


def huber_loss(prediction, target, *, delta=1.0, reduction="mean"):
    """One pass, one comparison per element."""
    pairs = _pairs(prediction, target, delta, reduction)
    differences = (abs(p - t) for p, t in pairs)
    total = sum(0.5 * d * d if d <= delta else delta * (d - 0.5 * delta) for d in differences)
    return quotient(total, prediction.size) if reduction == "mean" else total


def huber_loss_backward(prediction, target, *, delta=1.0, reduction="mean"):
    """One pass, two comparisons per element, in an order that lets NaN through."""
    pairs = _pairs(prediction, target, delta, reduction)
    count = prediction.size if reduction == "mean" else 1
    gradient = []
    for p, t in pairs:
        d = p - t
        gradient.append((delta if d > delta else -delta if d < -delta else d) / count)
    return np.array(gradient, prediction.dtype).reshape(prediction.shape)


def _pairs(prediction, target, delta, reduction):
    require_same_shape(prediction=prediction, target=target)
    require_positive(delta=delta)
    require_choice("reduction", reduction, ("mean", "sum"))
    return zip(prediction.ravel().tolist(), target.ravel().tolist(), strict=True)
