"""Power decay, through a compiled function."""

from numba import njit

from ._checks import require_at_least


def power_lr(iteration, *, base_lr, decay_steps, power=1.0):
    """One compiled power per call, with no state to carry along."""
    require_at_least(0, iteration=iteration, base_lr=base_lr)
    require_at_least(1, decay_steps=decay_steps)
    return _rate(float(iteration), float(base_lr), float(decay_steps), float(power))


@njit(cache=True, error_model="numpy")
def _rate(iteration, base_lr, decay_steps, power):
    return base_lr * (1.0 + iteration / decay_steps) ** -power
