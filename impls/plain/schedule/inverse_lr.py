"""Inverse decay, in Python's own numbers."""

from ._rates import power as raised
from ._rates import require_at_least


def inverse_lr(iteration, *, base_lr, gamma, power):
    """One power per call, with no state to carry along."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    return float(base_lr * raised(1.0 + gamma * iteration, -power))
