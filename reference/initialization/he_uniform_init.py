"""He's initialization, from a uniform distribution."""

import numpy as np

from ._shapes import checked, chosen_fan


def he_uniform_init(shape: tuple[int, ...], *, rng: np.random.Generator, fan: str = "in") -> np.ndarray:
    """Independent uniform draws on [−√(6/fan), √(6/fan)), whose variance is 2/fan.

    Args:
        shape: (in, out) or (out, in, *kernel) with one to three kernel sizes.
        rng: where the draws come from.
        fan: "in" keeps the size of activations, "out" the size of gradients, "average" is the mean of both fans.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for shapes without fans, negative sizes, or an unknown convention.

    Source: He et al., Delving Deep into Rectifiers, arXiv:1502.01852, eq. 10, with the uniform law of that variance.
    """
    shape = checked(shape)
    limit = np.sqrt(6 / chosen_fan(shape, fan, ("in", "out", "average")))
    return limit * (2 * rng.random(shape) - 1)
