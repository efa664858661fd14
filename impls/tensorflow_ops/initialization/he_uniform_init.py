"""He's uniform weights with TensorFlow."""

from ._scaling import scaled_uniform


def he_uniform_init(shape, *, rng, fan="in"):
    """tf.compat.v1.variance_scaling_initializer."""
    return scaled_uniform(shape, 2.0, fan, rng)
