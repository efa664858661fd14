"""The rate that never changes, through a compiled function."""

from numba import njit

from ._checks import require_at_least


def fixed_lr(iteration, *, base_lr):
    """Nothing to win here: the compiled call costs more than the work, and shows what a call costs."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    return _rate(float(base_lr))


@njit(cache=True, error_model="numpy")
def _rate(base_lr):
    return base_lr
