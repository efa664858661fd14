"""Dropout and its backward."""

import numpy as np


def dropout(
    x: np.ndarray, *, rate: float, training: bool = True, rng: np.random.Generator, scaling: str = "inverted"
) -> tuple[np.ndarray, np.ndarray]:
    """Set each element to zero with probability `rate`, independently of all others.

    Args:
        x: any shape.
        rate: probability of dropping an element, in [0, 1).
        training: nothing is dropped when False.
        rng: where the mask is drawn from.
        scaling: "inverted" divides the survivors by 1 − rate in training and leaves evaluation alone; "at_inference"
            leaves training alone and multiplies by 1 − rate in evaluation.

    Returns:
        y shaped as x, and the boolean mask shaped as x: True where the element was kept, all True in evaluation.

    Raises:
        ValueError: for a rate outside [0, 1) or an unknown convention.

    Source: Srivastava et al., Dropout, JMLR 15 (2014), section 4 (at_inference) and section 10 (inverted).
    """
    _check(rate, scaling)
    if not training:
        y = np.copy(x) if scaling == "inverted" else x * (1 - rate)
        return y, np.ones(np.shape(x), dtype=bool)
    mask = rng.random(np.shape(x)) >= rate
    survivors = x / (1 - rate) if scaling == "inverted" else x
    return np.where(mask, survivors, np.zeros_like(x)), mask


def dropout_backward(dy: np.ndarray, mask: np.ndarray, *, rate: float, scaling: str = "inverted") -> np.ndarray:
    """Gradient of dropout in training: it flows where the forward kept the element, scaled as the forward scaled it.

    Args:
        dy: gradient of the loss with respect to y, any shape.
        mask: the forward's boolean mask, shaped as dy.
        rate: the forward's rate, in [0, 1).
        scaling: the forward's scaling; "at_inference" does not scale in training.

    Returns:
        dx shaped as dy.

    Raises:
        ValueError: for a mask that is not boolean or not shaped as dy, a rate outside [0, 1), an unknown convention.

    Source: Srivastava et al., Dropout, JMLR 15 (2014), section 5.1.
    """
    _check(rate, scaling)
    if np.shape(mask) != np.shape(dy) or mask.dtype != bool:
        got = f"{mask.dtype} {np.shape(mask)}"
        raise ValueError(f"mask must be boolean with the shape of dy, {np.shape(dy)}, got {got}.")
    survivors = dy / (1 - rate) if scaling == "inverted" else dy
    return np.where(mask, survivors, np.zeros_like(dy))


def _check(rate: float, scaling: str) -> None:
    if not (rate >= 0 and rate < 1):
        raise ValueError(f"rate must lie in [0, 1), got {rate}.")
    if scaling not in ("inverted", "at_inference"):
        raise ValueError(f"scaling must be 'inverted' or 'at_inference', got {scaling!r}.")
