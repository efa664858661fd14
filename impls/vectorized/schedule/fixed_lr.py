"""The rate that never changes."""

from ._rates import require_at_least


def fixed_lr(iteration, *, base_lr):
    """One number needs no arrays: the rate is handed back as it came."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    return float(base_lr)
