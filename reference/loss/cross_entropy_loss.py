"""The cross-entropy of probabilities with a target distribution, and its gradient."""

import numpy as np

from ._checks import require_choice, require_rows, require_same_shape

GUARDS = {"none": 0, "added": 1e-7}


def cross_entropy_loss(probability: np.ndarray, target: np.ndarray, *, guard: str = "none") -> np.ndarray:
    """Average −Σ target · log(probability) over the rows.

    Args:
        probability: (N, C), one distribution per example.
        target: (N, C), the distribution that was to be predicted: often one-hot.
        guard: what is added to the probability in the logarithm: "none", or "added" for 1e-7.

    Returns:
        The loss, a scalar; a class that the target gives 0 contributes 0. The mean over no rows is NaN.

    Raises:
        ValueError: the shapes differ or are not (N, C), or guard is unknown.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, equation 3.51 with 0 · log 0 = 0.
    """
    _require(probability, target, guard)
    expected = target != 0
    with np.errstate(divide="ignore"):  # log 0 is −∞, and the loss infinite
        logarithm = np.log(np.where(expected, probability + GUARDS[guard], 1))
    with np.errstate(invalid="ignore"):  # 0/0 is the NaN we promise
        return -np.sum(target * logarithm) / len(target)


def cross_entropy_loss_backward(probability: np.ndarray, target: np.ndarray, *, guard: str = "none") -> np.ndarray:
    """Differentiate the loss with respect to the probabilities.

    Args:
        probability: (N, C), one distribution per example.
        target: (N, C), the distribution that was to be predicted.
        guard: as in the forward pass.

    Returns:
        −target / (probability + guard) / N, of shape (N, C); 0 where the target is 0.

    Raises:
        ValueError: the shapes differ or are not (N, C), or guard is unknown.

    Source: the derivative of equation 3.51 of Goodfellow, Bengio and Courville 2016.
    """
    _require(probability, target, guard)
    with np.errstate(divide="ignore"):  # 1/0 is ∞
        return -target / np.where(target != 0, probability + GUARDS[guard], 1) / len(target)


def _require(probability: np.ndarray, target: np.ndarray, guard: str) -> None:
    require_rows(probability=probability)
    require_same_shape(probability=probability, target=target)
    require_choice("guard", guard, tuple(GUARDS))
