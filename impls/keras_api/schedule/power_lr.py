"""keras.optimizers.schedules.InverseTimeDecay."""

from .._tensors import keras
from ._evaluate import double, rate, require_at_least


def power_lr(iteration, *, base_lr, decay_steps, power=1.0):
    """Keras' own schedule."""
    require_at_least(0, iteration=iteration)
    require_at_least(1, decay_steps=decay_steps)
    if power != 1:
        raise ValueError(f"power must be 1, the only one of InverseTimeDecay, got {power}.")
    return rate(keras.optimizers.schedules.InverseTimeDecay(double(base_lr), decay_steps, 1.0), iteration)


def declines(*, primitive, power, **arguments):
    """Keras' schedule has no power."""
    return "InverseTimeDecay has no power" if power != 1 else None
