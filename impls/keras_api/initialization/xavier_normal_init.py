"""Xavier's normal weights with Keras."""

from .._tensors import offer
from ._weights import scaled_normal


def xavier_normal_init(shape, *, rng, fan="average", tails="truncated"):
    """keras.initializers.VarianceScaling."""
    offer("fan", fan, "average", "in")
    return scaled_normal(shape, 1.0, fan, tails, rng)
