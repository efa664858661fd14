"""A learning rate of Optax that falls along half a cosine."""

import optax

from .._arrays import require
from ._rate import rate


def cosine_lr(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """optax.cosine_decay_schedule, whose alpha is a fraction of the first rate."""
    require("after_end", after_end, "stay")
    return rate(optax.cosine_decay_schedule(base_lr, total_steps, min_lr / base_lr), iteration)


def declines(*, primitive, iteration, base_lr, **_):
    """Optax's least rate is a fraction of the first."""
    return "alpha is a fraction of the first rate, which therefore cannot be 0" if base_lr == 0 else None
