"""Warm-up, in Python's own numbers."""

from ._rates import require_at_least


def warmup_lr(iteration, *, base_lr, warmup_steps):
    """One comparison of whole numbers; after the warm-up it is the base rate itself."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    require_at_least(1, warmup_steps=warmup_steps)
    if iteration + 1 >= warmup_steps:
        return float(base_lr)
    return float(base_lr * (iteration + 1) / warmup_steps)
