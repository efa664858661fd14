"""A learning rate that falls along half a cosine."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero, require_choice


def cosine_lr(
    iteration: int, *, base_lr: float, total_steps: int, min_lr: float = 0.0, after_end: str = "stay"
) -> float:
    """Let the rate fall from `base_lr` to `min_lr` along half a cosine: min + (base − min)·(1 + cos(π·it/total))/2.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start, at least 0.
        total_steps: the iteration at which the rate is `min_lr`, at least 1.
        min_lr: the rate at the end, at least 0.
        after_end: what comes beyond the end. "stay": the rate stays at `min_lr` (Keras, Optax). "rise": the cosine goes
            on, back up and down again (PyTorch).

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration`, `base_lr` or `min_lr` is negative, `total_steps` is less than 1 or `after_end` is
            unknown.

    Source: Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, arXiv:1608.03983, eq. (5),
    without restarts.
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr, min_lr=min_lr)
    require_at_least_one(total_steps=total_steps)
    require_choice(("stay", "rise"), after_end=after_end)
    time = iteration / total_steps
    if after_end == "stay":
        time = np.minimum(time, 1)
    return min_lr + (base_lr - min_lr) * (1 + np.cos(np.pi * time)) / 2
