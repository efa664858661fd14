"""Uniform weights with Keras."""

from .._tensors import keras, seed
from ._weights import drawn


def uniform_init(shape, *, low, high, rng):
    """keras.initializers.RandomUniform."""
    if not low <= high:
        raise ValueError(f"low must not exceed high, got low={low} and high={high}.")
    return drawn(keras.initializers.RandomUniform(low, high, seed(rng)), shape)
