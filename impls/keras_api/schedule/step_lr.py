"""keras.optimizers.schedules.ExponentialDecay."""

from .._tensors import keras
from ._evaluate import double, rate, require_at_least


def step_lr(iteration, *, base_lr, gamma, step_size):
    """Keras' own schedule with a staircase."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    require_at_least(1, step_size=step_size)
    return rate(
        keras.optimizers.schedules.ExponentialDecay(double(base_lr), step_size, double(gamma), staircase=True),
        iteration,
    )
