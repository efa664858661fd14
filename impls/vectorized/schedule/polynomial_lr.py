"""Polynomial decay, with NumPy's power."""

from ._rates import power as raised
from ._rates import require_at_least


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """One power of the whole iterations left; none is taken beyond the end."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, power=power)
    require_at_least(1, max_iterations=max_iterations)
    if iteration > max_iterations:
        return 0.0
    return float(base_lr * raised((max_iterations - iteration) / max_iterations, power))
