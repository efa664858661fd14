"""Cosine decay with restarts, in Python's own numbers."""

import math

from ._rates import require_at_least


def cosine_restarts_lr(iteration, *, base_lr, period, multiplier=1, min_lr=0.0):
    """Equal periods take one division; growing ones are walked through, and there are few of them."""
    require_at_least(0, iteration=iteration, base_lr=base_lr, min_lr=min_lr)
    require_at_least(1, period=period, multiplier=multiplier)
    if multiplier == 1:
        iteration %= period
    while iteration >= period:
        iteration, period = iteration - period, period * multiplier
    return float(min_lr + (base_lr - min_lr) * (1.0 + math.cos(math.pi * iteration / period)) / 2.0)
