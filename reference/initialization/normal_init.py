"""Normally distributed weights."""

import numpy as np

from ._shapes import checked


def normal_init(shape: tuple[int, ...], *, mean: float = 0.0, std: float = 1.0, rng: np.random.Generator) -> np.ndarray:
    """Independent draws from the normal distribution N(mean, std²).

    Args:
        shape: any sizes ≥ 0.
        mean: the centre.
        std: the standard deviation (not the variance), at least 0.
        rng: where the draws come from.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for negative sizes or a negative std.

    Source: PyTorch 2.13, torch.nn.init.normal_.
    """
    shape = checked(shape)
    if not std >= 0:
        raise ValueError(f"std must be at least 0, got {std}.")
    return mean + std * rng.standard_normal(shape)
