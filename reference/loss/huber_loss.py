"""The Huber loss, and its gradient."""

import numpy as np

from ._checks import require_choice, require_positive, require_same_shape


def huber_loss(
    prediction: np.ndarray, target: np.ndarray, *, delta: float = 1.0, reduction: str = "mean"
) -> np.ndarray:
    """Add up half the squares of small differences, and what grows in a straight line from large ones.

    Args:
        prediction: any shape.
        target: what was to be predicted, of the same shape.
        delta: where small ends and large begins, above 0.
        reduction: "mean" over all elements, or "sum".

    Returns:
        The loss, a scalar: ½d² where |d| ≤ delta, delta · (|d| − ½ delta) elsewhere; the mean of nothing is NaN.

    Raises:
        ValueError: the shapes differ, delta is not positive, or reduction is unknown.

    Source: Huber, Robust Estimation of a Location Parameter, Annals of Mathematical Statistics 35, 1964.
    """
    _require(prediction, target, delta, reduction)
    difference = np.abs(prediction - target)
    total = np.sum(np.where(difference <= delta, difference**2 / 2, delta * (difference - delta / 2)))
    with np.errstate(invalid="ignore"):  # 0/0 is the NaN we promise
        return total / (prediction.size if reduction == "mean" else 1)


def huber_loss_backward(
    prediction: np.ndarray, target: np.ndarray, *, delta: float = 1.0, reduction: str = "mean"
) -> np.ndarray:
    """Differentiate the loss with respect to the prediction.

    Args:
        prediction: any shape.
        target: what was to be predicted, of the same shape.
        delta: as in the forward pass.
        reduction: as in the forward pass.

    Returns:
        The differences, cut off at ±delta, divided by the number of elements where the loss is a mean.

    Raises:
        ValueError: the shapes differ, delta is not positive, or reduction is unknown.

    Source: the function ψ of Huber 1964.
    """
    _require(prediction, target, delta, reduction)
    slope = np.maximum(np.minimum(prediction - target, delta), -delta)
    return slope / (prediction.size if reduction == "mean" else 1)


def _require(prediction: np.ndarray, target: np.ndarray, delta: float, reduction: str) -> None:
    require_same_shape(prediction=prediction, target=target)
    require_positive(delta=delta)
    require_choice("reduction", reduction, ("mean", "sum"))
