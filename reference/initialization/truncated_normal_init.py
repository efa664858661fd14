"""Normally distributed weights without tails."""

import numpy as np

from ._shapes import checked
from ._tails import STD_OF_TRUNCATED, cut


def truncated_normal_init(
    shape: tuple[int, ...], *, mean: float = 0.0, std: float = 1.0, rng: np.random.Generator, scale: str = "plain"
) -> np.ndarray:
    """Independent draws from N(mean, σ²), each drawn again until it lies within two σ of the mean.

    Args:
        shape: any sizes ≥ 0.
        mean: the centre.
        std: σ, or the standard deviation of the result, at least 0.
        rng: where the draws come from.
        scale: "plain" if std is σ, the deviation before the cut; "unit_variance" if it is that of the result, so that
            σ = std/0.8796….

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for negative sizes, a negative std, or an unknown scale.

    Source: Keras 3.15, initializers.TruncatedNormal; the factor: TensorFlow 2.21, initializers.VarianceScaling.
    """
    shape = checked(shape)
    if not std >= 0:
        raise ValueError(f"std must be at least 0, got {std}.")
    if scale not in ("plain", "unit_variance"):
        raise ValueError(f"scale must be 'plain' or 'unit_variance', got {scale!r}.")
    return mean + std / (1 if scale == "plain" else STD_OF_TRUNCATED) * cut(shape, rng)
