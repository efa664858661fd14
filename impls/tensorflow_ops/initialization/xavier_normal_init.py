"""Xavier's normal weights with TensorFlow."""

from .._tensors import offer
from ._scaling import scaled_normal


def xavier_normal_init(shape, *, rng, fan="average", tails="truncated"):
    """tf.compat.v1.variance_scaling_initializer."""
    offer("fan", fan, "average", "in")
    return scaled_normal(shape, 1.0, fan, tails, rng)
