"""Formulas that are the definition's own, taken another way round: lengths, logarithms, shares of a whole."""

import numpy as np


def rms_norm(x, gamma, *, eps=1e-5):
    """By the length of each row: RMS = ‖x‖·d^−½, as in the authors' code, where ε is added to the mean of squares."""
    length = np.sqrt((x * x).sum(-1, keepdims=True) + x.dtype.type(eps * x.shape[-1]))
    return x / (length * x.dtype.type(x.shape[-1] ** -0.5)) * gamma


def softmax_cross_entropy_loss_backward(logits, labels, *, reduction="mean"):
    """Probabilities by e^(z − log Σ e^z): the logarithm is that of the whole row, its largest score put back."""
    if reduction not in ("mean", "sum"):
        raise ValueError("reduction must be mean or sum")
    labels = np.asarray(labels)
    rows, classes = logits.shape
    if labels.shape != (rows,) or (rows and not (labels.min() >= 0 and labels.max() < classes)):
        raise ValueError("a label for each row, below the number of classes")
    if not rows:
        return np.zeros_like(logits)
    largest = logits.max(1, keepdims=True)
    whole = largest + np.log(np.exp(logits - largest).sum(1, keepdims=True))
    shares = np.exp(logits - whole)
    shares[np.arange(rows), labels] -= 1
    return shares / logits.dtype.type(rows) if reduction == "mean" else shares
