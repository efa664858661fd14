"""Normal weights without tails with TensorFlow."""

from .._tensors import offer, tf
from ._seed import require_spread, seeds


def truncated_normal_init(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """tf.random.stateless_truncated_normal."""
    offer("scale", scale, "plain")
    require_spread(std)
    return tf.random.stateless_truncated_normal(shape, seeds(rng), mean, std, tf.float64).numpy()
