"""LeCun's uniform weights with TensorFlow."""

from ._scaling import scaled_uniform


def lecun_uniform_init(shape, *, rng):
    """tf.compat.v1.variance_scaling_initializer."""
    return scaled_uniform(shape, 1.0, "in", rng)
