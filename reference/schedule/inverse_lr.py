"""A learning rate that falls like a power of one over the time."""

import numpy as np

from ._checks import require_at_least_zero


def inverse_lr(iteration: int, *, base_lr: float, gamma: float, power: float) -> float:
    """Divide the rate by a power of a time that grows steadily: base·(1 + γ·it)^−power.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start, at least 0.
        gamma: how fast the time runs, at least 0.
        power: how steeply the rate falls with it.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration`, `base_lr` or `gamma` is negative.

    Source: Caffe 1.0, sgd_solver.cpp, policy "inv".
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr, gamma=gamma)
    return base_lr * np.float_power(1 + gamma * iteration, -power)
