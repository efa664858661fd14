"""The cross-entropy of independent yes-or-no answers, straight from the logits, and its gradient."""

import numpy as np

from ._checks import require_choice, require_same_shape


def binary_cross_entropy_loss(logits: np.ndarray, target: np.ndarray, *, reduction: str = "mean") -> np.ndarray:
    """Add up −t · log σ(z) − (1 − t) · log(1 − σ(z)) over all elements.

    Args:
        logits: any shape; each element is the score of a yes of its own.
        target: the probability of a yes, 0 or 1 or between, of the same shape.
        reduction: "mean" over all elements, or "sum".

    Returns:
        The loss, a scalar: max(z, 0) − t·z + log(1 + exp(−|z|)) per element; the mean of nothing is NaN.

    Raises:
        ValueError: the shapes differ, or reduction is unknown.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, §6.2.2.2, in the form of TensorFlow's
    sigmoid_cross_entropy_with_logits.
    """
    _require(logits, target, reduction)
    total = np.sum(np.maximum(logits, 0) - target * logits + np.log(1 + np.exp(-np.abs(logits))))
    with np.errstate(invalid="ignore"):  # 0/0 is the NaN we promise
        return total / (logits.size if reduction == "mean" else 1)


def binary_cross_entropy_loss_backward(
    logits: np.ndarray, target: np.ndarray, *, reduction: str = "mean"
) -> np.ndarray:
    """Differentiate the loss with respect to the logits.

    Args:
        logits: any shape.
        target: the probability of a yes, of the same shape.
        reduction: as in the forward pass.

    Returns:
        σ(z) − t, divided by the number of elements where the loss is a mean; of the logits' shape.

    Raises:
        ValueError: the shapes differ, or reduction is unknown.

    Source: the derivative of the loss in Goodfellow, Bengio and Courville 2016, §6.2.2.2.
    """
    _require(logits, target, reduction)
    small = np.exp(-np.abs(logits))
    probability = np.where(logits >= 0, 1 / (1 + small), small / (1 + small))
    return (probability - target) / (logits.size if reduction == "mean" else 1)


def _require(logits: np.ndarray, target: np.ndarray, reduction: str) -> None:
    require_same_shape(logits=logits, target=target)
    require_choice("reduction", reduction, ("mean", "sum"))
