"""A learning rate of Optax that never changes."""

import optax

from ._rate import rate


def fixed_lr(iteration, *, base_lr):
    """optax.constant_schedule."""
    return rate(optax.constant_schedule(base_lr), iteration)
