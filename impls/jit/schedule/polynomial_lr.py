"""Polynomial decay, through a compiled function."""

from numba import njit

from ._checks import require_at_least


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """One compiled power of the whole iterations left; none is taken beyond the end."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, power=power)
    require_at_least(1, max_iterations=max_iterations)
    return _rate(float(iteration), float(base_lr), float(max_iterations), float(power))


@njit(cache=True, error_model="numpy")
def _rate(iteration, base_lr, max_iterations, power):
    if iteration > max_iterations:
        return 0.0
    return base_lr * ((max_iterations - iteration) / max_iterations) ** power
