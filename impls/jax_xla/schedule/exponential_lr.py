"""A learning rate of Optax that shrinks at every iteration."""

import optax

from ._rate import rate


def exponential_lr(iteration, *, base_lr, gamma):
    """optax.exponential_decay over transitions of one step."""
    return rate(optax.exponential_decay(base_lr, 1, gamma), iteration)


def declines(*, primitive, iteration, gamma, **_):
    """Optax asks for a rate of decay other than 0."""
    return "decay_rate: must not be zero" if gamma == 0 else None
