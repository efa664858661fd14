"""A learning rate that warms up in a straight line."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero


def warmup_lr(iteration: int, *, base_lr: float, warmup_steps: int) -> float:
    """Let the rate rise in equal steps to `base_lr`, and keep it: base·min(1, (it + 1) / warmup).

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate from the last warm-up iteration on, at least 0.
        warmup_steps: the number of iterations of the warm-up, the last of which has the whole rate; at least 1.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration` or `base_lr` is negative or `warmup_steps` is less than 1.

    Source: Goyal et al., Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour, arXiv:1706.02677, section 2.2.
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr)
    require_at_least_one(warmup_steps=warmup_steps)
    return base_lr * np.minimum(1, (iteration + 1) / warmup_steps)
