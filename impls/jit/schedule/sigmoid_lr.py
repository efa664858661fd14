"""The sigmoid schedule, through a compiled function."""

import math

from numba import njit

from ._checks import require_at_least


def sigmoid_lr(iteration, *, base_lr, gamma, step_size):
    """One compiled, falling exponential per call, so no iteration overflows."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    require_at_least(1, step_size=step_size)
    return _rate(float(iteration), float(base_lr), float(gamma), float(step_size))


@njit(cache=True, error_model="numpy")
def _rate(iteration, base_lr, gamma, step_size):
    height = gamma * (iteration - step_size)
    small = math.exp(-abs(height))
    if height >= 0.0:
        return base_lr / (1.0 + small)
    return base_lr * small / (1.0 + small)
