"""TensorFlow 1's schedules, evaluated at an iteration in double precision."""

from .._tensors import tf


def double(value):
    """A rate in double precision, in which the schedule then computes."""
    return tf.constant(value, tf.float64)


def rate(schedule):
    """What a schedule that was made for one iteration says."""
    return float(schedule())


def require_at_least(least, **options):
    """Refuse options below their least value, which TensorFlow accepts in silence."""
    for name, value in options.items():
        if not value >= least:
            raise ValueError(f"{name} must be at least {least}, not {value}.")
