"""TensorFlow's one initializer of scaled variance, and the suite's words for its modes and distributions."""

from .._tensors import offer, tf
from ._seed import seed, weights

MODES = {"in": "fan_in", "out": "fan_out", "average": "fan_avg"}
NORMAL = {"truncated": "truncated_normal", "plain": "untruncated_normal"}


def scaled_normal(shape, scale, fan, tails, rng):
    """Normal weights of variance scale / fan."""
    offer("tails", tails, *NORMAL)
    return _scaled(shape, scale, fan, NORMAL[tails], rng)


def scaled_uniform(shape, scale, fan, rng):
    """Uniform weights of variance scale / fan."""
    return _scaled(shape, scale, fan, "uniform", rng)


def _scaled(shape, scale, fan, distribution, rng):
    offer("fan", fan, *MODES)
    return weights(tf.compat.v1.variance_scaling_initializer(scale, MODES[fan], distribution, seed(rng)), shape)
