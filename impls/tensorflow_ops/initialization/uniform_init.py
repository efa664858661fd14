"""Uniform weights with TensorFlow."""

from .._tensors import tf
from ._seed import seeds


def uniform_init(shape, *, low, high, rng):
    """tf.random.stateless_uniform."""
    if not low <= high:
        raise ValueError(f"low must not exceed high, got low={low} and high={high}.")
    return tf.random.stateless_uniform(shape, seeds(rng), low, high, tf.float64).numpy()
