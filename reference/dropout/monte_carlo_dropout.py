"""Dropout that stays on when predicting: the mean and the spread of a dense layer over several masks."""

import numpy as np

from ..linear.dense import dense
from .dropout import dropout


def monte_carlo_dropout(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, *, rate: float, samples: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Predict several times, with fresh masks each time, and say how far the predictions lie apart.

    Args:
        x: (N, D), one row per example.
        w: (D, M), one column per unit.
        b: (M,), one bias per unit.
        rate: probability of dropping an input, in [0, 1).
        samples: how many predictions are made, 1 or more.
        rng: where the masks are drawn from.

    Returns:
        The mean and the standard deviation over the predictions, both (N, M); the variance is divided by `samples`.

    Raises:
        ValueError: for a rate outside [0, 1), less than one sample, or shapes that do not fit.

    Source: Gal and Ghahramani, Dropout as a Bayesian Approximation, ICML 2016, section 4.
    """
    if samples < 1:
        raise ValueError(f"samples must be 1 or more, got {samples}.")
    predictions = np.stack([dense(dropout(x, rate=rate, rng=rng)[0], w, b) for _ in range(samples)])
    mean = np.mean(predictions, axis=0)
    return mean, np.sqrt(np.mean((predictions - mean) ** 2, axis=0))
