"""Normal weights with Keras."""

from .._tensors import keras, seed
from ._weights import drawn, require_spread


def normal_init(shape, *, mean=0.0, std=1.0, rng):
    """keras.initializers.RandomNormal."""
    require_spread(std)
    return drawn(keras.initializers.RandomNormal(mean, std, seed(rng)), shape)
