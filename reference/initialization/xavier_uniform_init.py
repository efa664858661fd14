"""Glorot and Bengio's initialization, from a uniform distribution."""

import numpy as np

from ._shapes import checked, chosen_fan


def xavier_uniform_init(shape: tuple[int, ...], *, rng: np.random.Generator, fan: str = "average") -> np.ndarray:
    """Independent uniform draws on [−√(3/fan), √(3/fan)), whose variance is 1/fan.

    Args:
        shape: (in, out) or (out, in, *kernel) with one to three kernel sizes.
        rng: where the draws come from.
        fan: "average" is (fan_in + fan_out)/2, so that the limit is √(6/(fan_in + fan_out)); "in" is fan_in.

    Returns:
        A new float64 array of the given shape.

    Raises:
        ValueError: for shapes without fans, negative sizes, or an unknown convention.

    Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks (2010), eq. 16.
    """
    shape = checked(shape)
    limit = np.sqrt(3 / chosen_fan(shape, fan, ("average", "in")))
    return limit * (2 * rng.random(shape) - 1)
