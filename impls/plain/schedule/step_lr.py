"""Drops at regular intervals, in Python's own numbers."""

from ._rates import power, require_at_least


def step_lr(iteration, *, base_lr, gamma, step_size):
    """Whole-number division finds the drops, so no rounding can move one."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    require_at_least(1, step_size=step_size)
    return float(base_lr * power(gamma, iteration // step_size))
