"""Weights from Keras' initializers, which take (kernel, in, out) where the suite has (out, in, kernel)."""

import numpy as np

from .._tensors import array, keras, offer, seed

MODES = {"in": "fan_in", "out": "fan_out", "average": "fan_avg"}
NORMAL = {"truncated": "truncated_normal", "plain": "untruncated_normal"}


def drawn(initializer, shape):
    """An array of a shape without any meaning of its axes."""
    return array(initializer(shape, "float64"))


def scaled_normal(shape, scale, fan, tails, rng):
    """Normal weights of variance scale / fan."""
    offer("tails", tails, *NORMAL)
    return _scaled(shape, scale, fan, NORMAL[tails], rng)


def scaled_uniform(shape, scale, fan, rng):
    """Uniform weights of variance scale / fan."""
    return _scaled(shape, scale, fan, "uniform", rng)


def _scaled(shape, scale, fan, distribution, rng):
    offer("fan", fan, *MODES)
    initializer = keras.initializers.VarianceScaling(scale, MODES[fan], distribution, seed(rng))
    if not 2 <= len(shape) <= 5:
        raise ValueError(f"shape must be (in, out) or (out, in, *kernel) with one to three kernel sizes, got {shape}.")
    if len(shape) == 2:
        return drawn(initializer, shape)
    out, inner, *kernel = shape
    return np.moveaxis(drawn(initializer, (*kernel, inner, out)), (-1, -2), (0, 1)).copy()


def require_spread(std):
    """Refuse a negative spread, which Keras takes."""
    if not std >= 0:
        raise ValueError(f"std must be at least 0, got {std}.")
