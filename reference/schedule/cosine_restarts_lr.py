"""A learning rate that falls along half a cosine and starts again."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero


def cosine_restarts_lr(
    iteration: int, *, base_lr: float, period: int, multiplier: int = 1, min_lr: float = 0.0
) -> float:
    """Let the rate fall towards `min_lr` along half a cosine, over and over, in periods that may grow.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start of every period, at least 0.
        period: the number of iterations of the first period, at least 1.
        multiplier: how many times longer each period is than the one before it, at least 1.
        min_lr: the rate that a period falls towards, and would reach at the restart; at least 0.

    Returns:
        The learning rate of this iteration; at a restart it is `base_lr`.

    Raises:
        ValueError: if `iteration`, `base_lr` or `min_lr` is negative, or `period` or `multiplier` is less than 1.

    Source: Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, arXiv:1608.03983, eq. (5).
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr, min_lr=min_lr)
    require_at_least_one(period=period, multiplier=multiplier)
    start, length = 0, period
    # Half an iteration early, where no whole iteration lies: rounding noise in it cannot change the decision.
    while iteration > start + length - 0.5:
        start, length = start + length, length * multiplier
    return min_lr + (base_lr - min_lr) * (1 + np.cos(np.pi * (iteration - start) / length)) / 2
