"""Normal weights with TensorFlow."""

from .._tensors import tf
from ._seed import require_spread, seeds


def normal_init(shape, *, mean=0.0, std=1.0, rng):
    """tf.random.stateless_normal."""
    require_spread(std)
    return tf.random.stateless_normal(shape, seeds(rng), mean, std, tf.float64).numpy()
