"""The sigmoid schedule, with NumPy's exponential."""

import numpy as np

from ._rates import require_at_least


def sigmoid_lr(iteration, *, base_lr, gamma, step_size):
    """One falling exponential serves both branches, so no iteration overflows."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    require_at_least(1, step_size=step_size)
    height = gamma * (iteration - step_size)
    small = np.exp(-abs(float(height)))
    return float(base_lr * (1.0 if height >= 0 else small) / (1.0 + small))
