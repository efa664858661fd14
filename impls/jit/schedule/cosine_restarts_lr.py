"""Cosine decay with restarts, through a compiled loop."""

import math

from numba import njit

from ._checks import require_at_least


def cosine_restarts_lr(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """Equal periods take one division; growing ones are walked through by a compiled loop."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, min_lr=min_lr)
    require_at_least(1, period=period, multiplier=multiplier)
    return _rate(int(iteration), float(base_lr), int(period), int(multiplier), float(min_lr))


@njit(cache=True, error_model="numpy")
def _rate(iteration, base_lr, period, multiplier, min_lr):
    if multiplier == 1:
        iteration %= period
    while iteration >= period:
        iteration -= period
        period *= multiplier
    return min_lr + (base_lr - min_lr) * (1.0 + math.cos(math.pi * (iteration / period))) / 2.0
