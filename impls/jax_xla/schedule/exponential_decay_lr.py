"""A learning rate of Optax that decays exponentially."""

import optax

from .._arrays import require
from ._rate import rate


def exponential_decay_lr(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """optax.exponential_decay."""
    require("staircase", staircase, "no", "yes")
    return rate(optax.exponential_decay(base_lr, decay_steps, decay_rate, staircase=staircase == "yes"), iteration)


def declines(*, primitive, iteration, decay_rate, **_):
    """Optax asks for a rate of decay other than 0."""
    return "decay_rate: must not be zero" if decay_rate == 0 else None
