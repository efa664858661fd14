"""Drops at regular intervals, through a compiled function."""

from numba import njit

from ._checks import require_at_least


def step_lr(iteration, *, base_lr, gamma, step_size):
    """One compiled power per call; the drops are counted in whole numbers before it."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    require_at_least(1, step_size=step_size)
    return _rate(float(base_lr), float(gamma), float(iteration // step_size))


@njit(cache=True, error_model="numpy")
def _rate(base_lr, gamma, drops):
    return base_lr * gamma**drops
