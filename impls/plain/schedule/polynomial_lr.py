"""Polynomial decay, in Python's own numbers."""

from ._rates import power as raised
from ._rates import require_at_least


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """The time left is counted in whole iterations, so the last of them lose no digits to a subtraction from 1."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, power=power)
    require_at_least(1, max_iterations=max_iterations)
    if iteration > max_iterations:
        return 0.0
    return float(base_lr * raised((max_iterations - iteration) / max_iterations, power))
