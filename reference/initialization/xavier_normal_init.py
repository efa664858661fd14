"""Glorot and Bengio's initialization, from a normal distribution."""

import numpy as np

from ._shapes import checked, chosen_fan
from ._tails import standard_normal


def xavier_normal_init(
    shape: tuple[int, ...], *, rng: np.random.Generator, fan: str = "average", tails: str = "plain"
) -> np.ndarray:
    """Independent normal draws with mean 0 and variance 1/fan, for tanh and other units that are linear around 0.

    Args:
        shape: (in, out) or (out, in, *kernel) with one to three kernel sizes.
        rng: where the draws come from.
        fan: "average" is (fan_in + fan_out)/2, so that the variance is 2/(fan_in + fan_out); "in" is fan_in.
        tails: "plain", or "truncated": cut at two standard deviations and rescaled to the same variance.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for shapes without fans, negative sizes, or an unknown convention.

    Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), eq. 12.
    """
    shape = checked(shape)
    return np.sqrt(1 / chosen_fan(shape, fan, ("average", "in"))) * standard_normal(shape, tails, rng)
