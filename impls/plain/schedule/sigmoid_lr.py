"""The sigmoid schedule, in Python's own numbers."""

import math

from ._rates import require_at_least


def sigmoid_lr(iteration, *, base_lr, gamma, step_size):
    """Only falling exponentials are taken, so no iteration overflows."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    require_at_least(1, step_size=step_size)
    height = gamma * (iteration - step_size)
    small = math.exp(-abs(height))
    return float(base_lr / (1.0 + small) if height >= 0 else base_lr * small / (1.0 + small))
