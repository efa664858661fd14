"""Dropout for self-normalizing networks."""

import numpy as np

ALPHA = -1.7580993408473766  # −λα of selu: what it tends to for large negative inputs


def alpha_dropout(
    x: np.ndarray, *, rate: float, training: bool = True, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Set each element to selu's lower limit with probability `rate`, then bring mean and variance back to 0 and 1.

    Args:
        x: any shape; meant to have mean 0 and variance 1.
        rate: probability of dropping an element, in [0, 1).
        training: nothing happens when False.
        rng: where the mask is drawn from.

    Returns:
        y shaped as x, and the boolean mask shaped as x: True where the element was kept, all True in evaluation.

    Raises:
        ValueError: for a rate outside [0, 1).

    Source: Klambauer, Unterthiner, Mayr and Hochreiter, Self-Normalizing Neural Networks, arXiv:1706.02515, section 3.
    """
    if not (rate >= 0 and rate < 1):
        raise ValueError(f"rate must lie in [0, 1), got {rate}.")
    if not training:
        return np.copy(x), np.ones(np.shape(x), dtype=bool)
    mask = rng.random(np.shape(x)) >= rate
    a = 1 / np.sqrt((1 - rate) * (1 + rate * ALPHA**2))
    b = -a * rate * ALPHA
    return (a * np.where(mask, x, np.full_like(x, ALPHA)) + b).astype(x.dtype), mask
