"""tf.compat.v1.train.piecewise_constant."""

from .._tensors import offer, tf
from ._evaluate import double, rate, require_at_least


def piecewise_constant_lr(iteration, *, boundaries, values, at_boundary="old"):
    """TensorFlow 1's own schedule, which changes after the boundary."""
    require_at_least(0, iteration=iteration)
    offer("at_boundary", at_boundary, "old")
    return rate(tf.compat.v1.train.piecewise_constant(iteration, list(boundaries), [double(value) for value in values]))


def declines(*, primitive, boundaries, **arguments):
    """TensorFlow's schedule needs a boundary."""
    return None if len(boundaries) else "list index out of range"
