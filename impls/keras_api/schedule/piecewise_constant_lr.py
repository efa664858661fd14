"""keras.optimizers.schedules.PiecewiseConstantDecay."""

from .._tensors import keras, offer
from ._evaluate import double, rate, require_at_least


def piecewise_constant_lr(iteration, *, boundaries, values, at_boundary="old"):
    """Keras' own schedule, which changes after the boundary."""
    require_at_least(0, iteration=iteration)
    offer("at_boundary", at_boundary, "old")
    schedule = keras.optimizers.schedules.PiecewiseConstantDecay(list(boundaries), [double(value) for value in values])
    return rate(schedule, iteration)


def declines(*, primitive, boundaries, **arguments):
    """Keras' schedule needs a boundary."""
    return None if len(boundaries) else "list index out of range"
