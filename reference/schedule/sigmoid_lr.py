"""A learning rate that follows a sigmoid of the iteration."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero


def sigmoid_lr(iteration: int, *, base_lr: float, gamma: float, step_size: int) -> float:
    """Let the rate pass half its base at `step_size`: base / (1 + e^(−γ·(it − size))).

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the highest rate, at least 0.
        gamma: the steepness; the rate rises where it is positive and falls where it is negative.
        step_size: the iteration of half the highest rate, at least 1.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration` or `base_lr` is negative, or `step_size` is less than 1.

    Source: Caffe 1.0, sgd_solver.cpp, policy "sigmoid" (which refuses a negative γ).
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr)
    require_at_least_one(step_size=step_size)
    # Far below its middle the exponential may be infinite, and the rate is then rightly 0.
    with np.errstate(over="ignore"):
        return base_lr / (1 + np.exp(-gamma * (iteration - step_size)))
