"""He's normal weights with TensorFlow."""

from ._scaling import scaled_normal


def he_normal_init(shape, *, rng, fan="in", tails="truncated"):
    """tf.compat.v1.variance_scaling_initializer."""
    return scaled_normal(shape, 2.0, fan, tails, rng)
