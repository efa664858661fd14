"""A learning rate of Optax that drops at regular intervals."""

import optax

from ._rate import rate


def step_lr(iteration, *, base_lr, gamma, step_size):
    """optax.exponential_decay with staircase=True."""
    return rate(optax.exponential_decay(base_lr, step_size, gamma, staircase=True), iteration)


def declines(*, primitive, iteration, gamma, **_):
    """Optax asks for a rate of decay other than 0."""
    return "decay_rate: must not be zero" if gamma == 0 else None
