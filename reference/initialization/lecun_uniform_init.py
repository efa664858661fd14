"""LeCun's initialization, from a uniform distribution."""

import numpy as np

from ._shapes import checked, chosen_fan


def lecun_uniform_init(shape: tuple[int, ...], *, rng: np.random.Generator) -> np.ndarray:
    """Independent uniform draws on [−√(3/fan_in), √(3/fan_in)), whose variance is 1/fan_in.

    Args:
        shape: (in, out) or (out, in, *kernel) with one to three kernel sizes.
        rng: where the draws come from.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for shapes without fans, or negative sizes.

    Source: LeCun, Bottou, Orr and Müller, Efficient BackProp (1998), eq. 16, with the uniform law of that variance.
    """
    shape = checked(shape)
    return np.sqrt(3 / chosen_fan(shape, "in", ("in",))) * (2 * rng.random(shape) - 1)
