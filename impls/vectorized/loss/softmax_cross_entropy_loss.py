"""The cross-entropy of softmax in NumPy."""

import numpy as np

from ._checks import require_choice, require_labels, require_rows
from ._numbers import quotient


def softmax_cross_entropy_loss(logits, labels, *, reduction="mean"):
    """One temporary; the labels' scores are picked before it becomes the exponentials."""
    shifted = _shifted(logits, labels, reduction)
    chosen = shifted[np.arange(len(labels)), labels]
    np.exp(shifted, out=shifted)
    total = (np.log(shifted.sum(axis=1)) - chosen).sum()
    return quotient(total, len(labels)) if reduction == "mean" else total


def softmax_cross_entropy_loss_backward(logits, labels, *, reduction="mean"):
    """One temporary, which becomes the probabilities and then the gradient; no one-hot matrix is formed."""
    gradient = _shifted(logits, labels, reduction)
    np.exp(gradient, out=gradient)
    gradient /= gradient.sum(axis=1, keepdims=True)
    gradient[np.arange(len(labels)), labels] -= 1
    if reduction == "mean" and len(labels):
        gradient /= len(labels)
    return gradient


def _shifted(logits, labels, reduction):
    require_rows(logits=logits)
    require_labels(labels, *logits.shape)
    require_choice("reduction", reduction, ("mean", "sum"))
    with np.errstate(invalid="ignore"):  # ∞ − ∞ is NaN, as it is in softmax
        return logits - logits.max(axis=1, keepdims=True)
