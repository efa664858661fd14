"""A learning rate of Optax that warms up in a straight line."""

import optax

from ._rate import rate


def warmup_lr(iteration, *, base_lr, warmup_steps):
    """optax.warmup_constant_schedule, which counts the steps between the first rate and the whole."""
    return rate(optax.warmup_constant_schedule(base_lr / warmup_steps, base_lr, warmup_steps - 1), iteration)
