"""Normal weights without tails with Keras."""

from .._tensors import keras, offer, seed
from ._weights import drawn, require_spread


def truncated_normal_init(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """keras.initializers.TruncatedNormal."""
    offer("scale", scale, "plain")
    require_spread(std)
    return drawn(keras.initializers.TruncatedNormal(mean, std, seed(rng)), shape)
