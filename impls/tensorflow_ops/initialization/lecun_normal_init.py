"""LeCun's normal weights with TensorFlow."""

from ._scaling import scaled_normal


def lecun_normal_init(shape, *, rng, tails="truncated"):
    """tf.compat.v1.variance_scaling_initializer."""
    return scaled_normal(shape, 1.0, "in", tails, rng)
