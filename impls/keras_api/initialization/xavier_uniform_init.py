"""Xavier's uniform weights with Keras."""

from .._tensors import offer
from ._weights import scaled_uniform


def xavier_uniform_init(shape, *, rng, fan="average"):
    """keras.initializers.VarianceScaling."""
    offer("fan", fan, "average", "in")
    return scaled_uniform(shape, 1.0, fan, rng)
