"""The cross-entropy of softmax with integer labels, straight from the logits, and its gradient."""

import numpy as np

from ._checks import require_choice, require_labels, require_rows


def softmax_cross_entropy_loss(logits: np.ndarray, labels: np.ndarray, *, reduction: str = "mean") -> np.ndarray:
    """Add up −log of the probability that softmax gives each example's label.

    Args:
        logits: (N, C), one row of scores per example.
        labels: (N,) integers from 0 to C − 1.
        reduction: "mean" over the rows, or "sum".

    Returns:
        The loss, a scalar: log Σ exp(z − max z) − (z_label − max z) per row; the mean over no rows is NaN.

    Raises:
        ValueError: the shapes do not fit, a label is no class, or reduction is unknown.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 6.30.
    """
    _require(logits, labels, reduction)
    shifted = _shifted(logits)
    chosen = shifted[np.arange(len(labels)), labels]
    total = np.sum(np.log(np.sum(np.exp(shifted), axis=1)) - chosen)
    with np.errstate(invalid="ignore"):  # 0/0 is the NaN we promise
        return total / (len(labels) if reduction == "mean" else 1)


def softmax_cross_entropy_loss_backward(
    logits: np.ndarray, labels: np.ndarray, *, reduction: str = "mean"
) -> np.ndarray:
    """Differentiate the loss with respect to the logits.

    Args:
        logits: (N, C), one row of scores per example.
        labels: (N,) integers from 0 to C − 1.
        reduction: as in the forward pass.

    Returns:
        softmax(logits), less 1 at each row's label, divided by N where the loss is a mean; of shape (N, C).

    Raises:
        ValueError: the shapes do not fit, a label is no class, or reduction is unknown.

    Source: the derivative of equation 6.30 of Goodfellow, Bengio and Courville 2016.
    """
    _require(logits, labels, reduction)
    exponentials = np.exp(_shifted(logits))
    probability = exponentials / np.sum(exponentials, axis=1, keepdims=True)
    is_label = np.arange(logits.shape[1]) == labels[:, None]
    return np.where(is_label, probability - 1, probability) / (len(labels) if reduction == "mean" else 1)


def _shifted(logits: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore"):  # ∞ − ∞ is NaN, as it is in softmax
        return logits - np.max(logits, axis=1, keepdims=True)


def _require(logits: np.ndarray, labels: np.ndarray, reduction: str) -> None:
    require_rows(logits=logits)
    require_labels(labels, *logits.shape)
    require_choice("reduction", reduction, ("mean", "sum"))
