"""keras.optimizers.schedules.InverseTimeDecay."""

from .._tensors import keras
from ._evaluate import double, rate, require_at_least


def inverse_lr(iteration, *, base_lr, gamma, power):
    """Keras' own schedule."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    if power != 1:
        raise ValueError(f"power must be 1, the only one of InverseTimeDecay, got {power}.")
    return rate(keras.optimizers.schedules.InverseTimeDecay(double(base_lr), 1, double(gamma)), iteration)


def declines(*, primitive, power, **arguments):
    """Keras' schedule has no power."""
    return "InverseTimeDecay has no power" if power != 1 else None
