"""Cosine decay, through a compiled function."""

import math

from numba import njit

from ._checks import require_at_least


def cosine_lr(iteration, *, base_lr, total_steps, min_lr=0.0, after_end="stay"):
    """One compiled cosine per call, with no state to carry along."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, min_lr=min_lr)
    require_at_least(1, total_steps=total_steps)
    if after_end not in ("stay", "rise"):
        raise ValueError(f"after_end must be one of stay, rise, not {after_end!r}.")
    if after_end == "stay":
        iteration = min(iteration, total_steps)
    return _rate(float(iteration), float(base_lr), float(total_steps), float(min_lr))


@njit(cache=True, error_model="numpy")
def _rate(iteration, base_lr, total_steps, min_lr):
    return min_lr + (base_lr - min_lr) * (1.0 + math.cos(math.pi * (iteration / total_steps))) / 2.0
