"""He's initialization, from a normal distribution."""

import numpy as np

from ._shapes import checked, chosen_fan
from ._tails import standard_normal


def he_normal_init(
    shape: tuple[int, ...], *, rng: np.random.Generator, fan: str = "in", tails: str = "plain"
) -> np.ndarray:
    """Independent normal draws with mean 0 and variance 2/fan: relu halves the second moment, the 2 restores it.

    Args:
        shape: (in, out) or (out, in, *kernel) with one to three kernel sizes.
        rng: where the draws come from.
        fan: "in" keeps the size of activations, "out" the size of gradients, "average" is the mean of both fans.
        tails: "plain", or "truncated": cut at two standard deviations and rescaled to the same variance.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for shapes without fans, negative sizes, or an unknown convention.

    Source: He et al., Delving Deep into Rectifiers, arXiv:1502.01852, eq. 10 (fan in) and eq. 14 (fan out).
    """
    shape = checked(shape)
    return np.sqrt(2 / chosen_fan(shape, fan, ("in", "out", "average"))) * standard_normal(shape, tails, rng)
