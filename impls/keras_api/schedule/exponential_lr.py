"""keras.optimizers.schedules.ExponentialDecay."""

from .._tensors import keras
from ._evaluate import double, rate, require_at_least


def exponential_lr(iteration, *, base_lr, gamma):
    """Keras' own schedule with a step of one iteration."""
    require_at_least(0, iteration=iteration, gamma=gamma)
    return rate(keras.optimizers.schedules.ExponentialDecay(double(base_lr), 1, double(gamma)), iteration)
