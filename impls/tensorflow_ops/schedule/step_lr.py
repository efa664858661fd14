"""tf.compat.v1.train.exponential_decay."""

from .._tensors import tf
from ._evaluate import double, rate, require_at_least


def step_lr(iteration, *, base_lr, gamma, step_size):
    """TensorFlow 1's own schedule with a staircase."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    require_at_least(1, step_size=step_size)
    return rate(
        tf.compat.v1.train.exponential_decay(double(base_lr), iteration, step_size, double(gamma), staircase=True)
    )
