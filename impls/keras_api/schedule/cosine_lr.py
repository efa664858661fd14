"""keras.optimizers.schedules.CosineDecay."""

from .._tensors import keras, offer
from ._evaluate import double, rate, require_at_least


def cosine_lr(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """Keras' own schedule, whose `alpha` is a fraction of the first rate."""
    require_at_least(0, iteration=iteration, min_lr=min_lr)
    require_at_least(1, total_steps=total_steps)
    offer("after_end", after_end, "stay")
    alpha = double(min_lr / base_lr if min_lr else 0.0)
    return rate(keras.optimizers.schedules.CosineDecay(double(base_lr), total_steps, alpha), iteration)


def declines(*, primitive, base_lr, min_lr, **arguments):
    """Keras' last rate is a fraction of the first."""
    return "the last rate is a fraction of the first, which therefore cannot be 0" if base_lr == 0 < min_lr else None
