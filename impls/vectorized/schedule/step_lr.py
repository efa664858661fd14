"""Drops at regular intervals, with NumPy's power."""

from ._rates import power, require_at_least


def step_lr(iteration, *, base_lr, gamma, step_size):
    """One power per call, with the drops counted in whole numbers."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    require_at_least(1, step_size=step_size)
    return float(base_lr * power(gamma, iteration // step_size))
