"""Xavier's uniform weights with TensorFlow."""

from .._tensors import offer
from ._scaling import scaled_uniform


def xavier_uniform_init(shape, *, rng, fan="average"):
    """tf.compat.v1.variance_scaling_initializer."""
    offer("fan", fan, "average", "in")
    return scaled_uniform(shape, 1.0, fan, rng)
