"""Uniformly distributed weights."""

import numpy as np

from ._shapes import checked


def uniform_init(shape: tuple[int, ...], *, low: float, high: float, rng: np.random.Generator) -> np.ndarray:
    """Independent draws from the uniform distribution on [low, high).

    Args:
        shape: any sizes ≥ 0.
        low, high: the bounds, low ≤ high; both finite, and so is their distance.
        rng: where the draws come from.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for negative sizes, low > high, or a width that is not finite.

    Source: PyTorch 2.13, torch.nn.init.uniform_.
    """
    shape = checked(shape)
    if not (low <= high and high - low < np.inf):
        raise ValueError(f"low must not exceed high, and high - low must be finite, got low={low} and high={high}.")
    return low + (high - low) * rng.random(shape)
