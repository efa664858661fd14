"""keras.optimizers.schedules.CosineDecayRestarts."""

from .._tensors import keras
from ._evaluate import double, rate, require_at_least


def cosine_restarts_lr(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """Keras' own schedule, whose `alpha` is a fraction of the first rate."""
    require_at_least(0, iteration=iteration, min_lr=min_lr)
    require_at_least(1, period=period, multiplier=multiplier)
    alpha = double(min_lr / base_lr if min_lr else 0.0)
    return rate(
        keras.optimizers.schedules.CosineDecayRestarts(double(base_lr), period, double(multiplier), alpha=alpha),
        iteration,
    )


def declines(*, primitive, base_lr, min_lr, **arguments):
    """Keras' last rate is a fraction of the first."""
    return "the last rate is a fraction of the first, which therefore cannot be 0" if base_lr == 0 < min_lr else None
