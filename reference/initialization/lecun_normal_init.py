"""LeCun's initialization, from a normal distribution."""

import numpy as np

from ._shapes import checked, chosen_fan
from ._tails import standard_normal


def lecun_normal_init(shape: tuple[int, ...], *, rng: np.random.Generator, tails: str = "plain") -> np.ndarray:
    """Independent normal draws with mean 0 and variance 1/fan_in, which keeps the size of activations; for selu.

    Args:
        shape: (in, out) or (out, in, *kernel) with one to three kernel sizes.
        rng: where the draws come from.
        tails: "plain", or "truncated": cut at two standard deviations and rescaled to the same variance.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for shapes without fans, negative sizes, or an unknown convention.

    Source: LeCun, Bottou, Orr and Müller, Efficient BackProp (1998), eq. 16.
    """
    shape = checked(shape)
    return np.sqrt(1 / chosen_fan(shape, "in", ("in",))) * standard_normal(shape, tails, rng)
