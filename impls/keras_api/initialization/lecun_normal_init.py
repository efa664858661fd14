"""LeCun's normal weights with Keras."""

from ._weights import scaled_normal


def lecun_normal_init(shape, *, rng, tails="truncated"):
    """keras.initializers.VarianceScaling."""
    return scaled_normal(shape, 1.0, "in", tails, rng)
