"""Exponential decay, through a compiled function."""

from numba import njit

from ._checks import require_at_least


def exponential_lr(iteration, *, base_lr, gamma):
    """One compiled power per call; a floating exponent rounds once, where repeated squaring would round many times."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    return _rate(float(base_lr), float(gamma), float(iteration))


@njit(cache=True, error_model="numpy")
def _rate(base_lr, gamma, iteration):
    return base_lr * gamma**iteration
