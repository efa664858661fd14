"""Exponential decay, with NumPy's power."""

from ._rates import power, require_at_least


def exponential_lr(iteration, *, base_lr, gamma):
    """One power per call instead of a product over all earlier iterations."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    return float(base_lr * power(gamma, iteration))
