"""LeCun's uniform weights with Keras."""

from ._weights import scaled_uniform


def lecun_uniform_init(shape, *, rng):
    """keras.initializers.VarianceScaling."""
    return scaled_uniform(shape, 1.0, "in", rng)
