"""tf.compat.v1.train.inverse_time_decay."""

from .._tensors import tf
from ._evaluate import double, rate, require_at_least


def inverse_lr(iteration, *, base_lr, gamma, power):
    """TensorFlow 1's own schedule."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    if power != 1:
        raise ValueError(f"power must be 1, the only one of inverse_time_decay, got {power}.")
    return rate(tf.compat.v1.train.inverse_time_decay(double(base_lr), iteration, 1, double(gamma)))


def declines(*, primitive, power, **arguments):
    """TensorFlow's schedule has no power."""
    return "inverse_time_decay has no power" if power != 1 else None
