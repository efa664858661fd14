"""Warm-up, through a compiled function."""

from numba import njit

from ._checks import require_at_least


def warmup_lr(iteration, *, base_lr, warmup_steps):
    """One compiled comparison; after the warm-up it is the base rate itself."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    require_at_least(1, warmup_steps=warmup_steps)
    return _rate(float(iteration), float(base_lr), float(warmup_steps))


@njit(cache=True, error_model="numpy")
def _rate(iteration, base_lr, warmup_steps):
    return base_lr * min(1.0, (iteration + 1.0) / warmup_steps)
