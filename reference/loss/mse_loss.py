"""The mean squared error, and its gradient."""

import math

import numpy as np

from ._checks import require_choice, require_same_shape

REDUCTIONS = ("mean", "sum", "half_sum", "half_mean")


def mse_loss(prediction: np.ndarray, target: np.ndarray, *, reduction: str = "mean") -> np.ndarray:
    """Add up the squared differences, and average them as asked.

    Args:
        prediction: any shape; the first axis counts the examples.
        target: what was to be predicted, of the same shape.
        reduction: "mean" over all elements, "sum", "half_sum", or "half_mean": half the sum over the rows' number.

    Returns:
        The loss, a scalar; the mean of nothing is NaN.

    Raises:
        ValueError: the shapes differ, or reduction is unknown.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 5.4.
    """
    require_same_shape(prediction=prediction, target=target)
    require_choice("reduction", reduction, REDUCTIONS)
    squares = np.sum((prediction - target) ** 2)
    with np.errstate(invalid="ignore"):  # 0/0 is the NaN we promise
        return squares / _divisor(prediction.shape, reduction)


def mse_loss_backward(prediction: np.ndarray, target: np.ndarray, *, reduction: str = "mean") -> np.ndarray:
    """Differentiate the loss with respect to the prediction.

    Args:
        prediction: any shape; the first axis counts the examples.
        target: what was to be predicted, of the same shape.
        reduction: as in the forward pass.

    Returns:
        2·(prediction − target) over the same divisor as the loss, of prediction's shape.

    Raises:
        ValueError: the shapes differ, or reduction is unknown.

    Source: the derivative of equation 5.4 of Goodfellow, Bengio and Courville 2016.
    """
    require_same_shape(prediction=prediction, target=target)
    require_choice("reduction", reduction, REDUCTIONS)
    return 2 * (prediction - target) / _divisor(prediction.shape, reduction)


def _divisor(shape: tuple[int, ...], reduction: str) -> int:
    """What the sum of squares is divided by; an array without axes is one row."""
    return {"mean": math.prod(shape), "sum": 1, "half_sum": 2, "half_mean": 2 * math.prod(shape[:1])}[reduction]
