"""Inverse decay, through a compiled function."""

from numba import njit

from ._checks import require_at_least


def inverse_lr(iteration, *, base_lr, gamma, power):
    """One compiled power per call, with no state to carry along."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, gamma=gamma)
    return _rate(float(iteration), float(base_lr), float(gamma), float(power))


@njit(cache=True, error_model="numpy")
def _rate(iteration, base_lr, gamma, power):
    return base_lr * (1.0 + gamma * iteration) ** -power
