"""He's uniform weights with Keras."""

from ._weights import scaled_uniform


def he_uniform_init(shape, *, rng, fan="in"):
    """keras.initializers.VarianceScaling."""
    return scaled_uniform(shape, 2.0, fan, rng)
