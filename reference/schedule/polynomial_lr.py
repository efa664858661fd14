"""A learning rate that falls to zero at a given iteration, as a polynomial of the time left."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero


def polynomial_lr(iteration: int, *, base_lr: float, max_iterations: int, power: float) -> float:
    """Scale the rate by a power of the share of time left: base·(1 − it/max)^power, and 0 beyond the end.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start, at least 0.
        max_iterations: the iteration at which the rate reaches 0, at least 1.
        power: 1 for a straight line, more for a rate that falls early; at least 0.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration`, `base_lr` or `power` is negative, or `max_iterations` is less than 1.

    Source: Caffe 1.0, sgd_solver.cpp, policy "poly"; torch.optim.lr_scheduler.PolynomialLR.
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr, power=power)
    require_at_least_one(max_iterations=max_iterations)
    # Half an iteration past the end, where no whole iteration lies: rounding noise in it cannot change the decision.
    if iteration > max_iterations + 0.5:
        return base_lr * 0.0
    left = np.maximum(1 - iteration / max_iterations, 0)
    return base_lr * np.float_power(left, power)
