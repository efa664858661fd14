"""A learning rate that shrinks by the same factor at every iteration."""

import numpy as np

from ._checks import require_at_least_zero


def exponential_lr(iteration: int, *, base_lr: float, gamma: float) -> float:
    """Multiply the rate by gamma after every iteration: base·γ^it.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start, at least 0.
        gamma: the factor of each iteration, at least 0.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration`, `base_lr` or `gamma` is negative.

    Source: Caffe 1.0, sgd_solver.cpp, policy "exp"; torch.optim.lr_scheduler.ExponentialLR.
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr, gamma=gamma)
    return base_lr * np.float_power(gamma, iteration)
