"""He's normal weights with Keras."""

from ._weights import scaled_normal


def he_normal_init(shape, *, rng, fan="in", tails="truncated"):
    """keras.initializers.VarianceScaling."""
    return scaled_normal(shape, 2.0, fan, tails, rng)
