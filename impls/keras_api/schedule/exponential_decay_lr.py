"""keras.optimizers.schedules.ExponentialDecay."""

from .._tensors import keras, offer
from ._evaluate import double, rate, require_at_least


def exponential_decay_lr(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """Keras' own schedule, which offers both forms."""
    require_at_least(0, iteration=iteration, decay_rate=decay_rate)
    require_at_least(1, decay_steps=decay_steps)
    offer("staircase", staircase, "no", "yes")
    options = dict(decay_steps=decay_steps, decay_rate=double(decay_rate), staircase=staircase == "yes")
    return rate(keras.optimizers.schedules.ExponentialDecay(double(base_lr), **options), iteration)
