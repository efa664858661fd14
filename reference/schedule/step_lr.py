"""A learning rate that drops at regular intervals."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero


def step_lr(iteration: int, *, base_lr: float, gamma: float, step_size: int) -> float:
    """Multiply the rate by gamma after every `step_size` iterations: base·γ^⌊it/size⌋.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start, at least 0.
        gamma: the factor of each drop, at least 0.
        step_size: the number of iterations between drops, at least 1.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration`, `base_lr` or `gamma` is negative, or `step_size` is less than 1.

    Source: Caffe 1.0, sgd_solver.cpp, policy "step"; torch.optim.lr_scheduler.StepLR.
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr, gamma=gamma)
    require_at_least_one(step_size=step_size)
    return base_lr * np.float_power(gamma, iteration // step_size)
