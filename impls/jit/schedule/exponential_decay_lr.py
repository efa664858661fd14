"""Exponential decay by the step, through a compiled function."""

from numba import njit

from ._checks import require_at_least


def exponential_decay_lr(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """One compiled power per call: stairs differ from the smooth curve in the division only."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, decay_rate=decay_rate)
    require_at_least(1, decay_steps=decay_steps)
    if staircase not in ("no", "yes"):
        raise ValueError(f"staircase must be one of no, yes, not {staircase!r}.")
    time = iteration // decay_steps if staircase == "yes" else iteration / decay_steps
    return _rate(float(base_lr), float(decay_rate), float(time))


@njit(cache=True, error_model="numpy")
def _rate(base_lr, decay_rate, time):
    return base_lr * decay_rate**time
