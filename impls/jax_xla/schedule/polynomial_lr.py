"""A learning rate of Optax that falls to zero."""

import optax

from ._rate import rate


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """optax.polynomial_schedule."""
    return rate(optax.polynomial_schedule(base_lr, 0.0, power, max_iterations), iteration)
