"""tf.compat.v1.train.exponential_decay."""

from .._tensors import tf
from ._evaluate import double, rate, require_at_least


def exponential_lr(iteration, *, base_lr, gamma):
    """TensorFlow 1's own schedule with a step of one iteration."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    return rate(tf.compat.v1.train.exponential_decay(double(base_lr), iteration, 1, double(gamma)))
