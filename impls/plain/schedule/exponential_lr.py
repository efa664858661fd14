"""Exponential decay, in Python's own numbers."""

from ._rates import power, require_at_least


def exponential_lr(iteration, *, base_lr, gamma):
    """One power per call: a late iteration costs no more than an early one, and does not pile up rounding."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    return float(base_lr * power(gamma, iteration))
