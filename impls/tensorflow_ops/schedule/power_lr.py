"""tf.compat.v1.train.inverse_time_decay."""

from .._tensors import tf
from ._evaluate import double, rate, require_at_least


def power_lr(iteration, *, base_lr, decay_steps, power=1.0):
    """TensorFlow 1's own schedule."""
    require_at_least(0, iteration=iteration)
    require_at_least(1, decay_steps=decay_steps)
    if power != 1:
        raise ValueError(f"power must be 1, the only one of inverse_time_decay, got {power}.")
    return rate(tf.compat.v1.train.inverse_time_decay(double(base_lr), iteration, decay_steps, 1.0))


def declines(*, primitive, power, **arguments):
    """TensorFlow's schedule has no power."""
    return "inverse_time_decay has no power" if power != 1 else None
