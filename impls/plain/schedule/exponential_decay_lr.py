"""Exponential decay by the step, in Python's own numbers."""

from ._rates import power, require_at_least


def exponential_decay_lr(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """One power per call: stairs differ from the smooth curve in the division only."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, decay_rate=decay_rate)
    require_at_least(1, decay_steps=decay_steps)
    if staircase not in ("no", "yes"):
        raise ValueError(f"staircase must be one of no, yes, not {staircase!r}.")
    time = iteration // decay_steps if staircase == "yes" else iteration / decay_steps
    return float(base_lr * power(decay_rate, time))
