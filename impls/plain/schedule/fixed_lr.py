"""The rate that never changes."""

from ._rates import require_at_least


def fixed_lr(iteration, *, base_lr):
    """Nothing is computed, so nothing is rounded."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    return float(base_lr)
