"""A learning rate that never changes."""

from ._checks import require_at_least_zero


def fixed_lr(iteration: int, *, base_lr: float) -> float:
    """Return the base rate, whatever the iteration.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate, at least 0.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration` or `base_lr` is negative.

    Source: Caffe 1.0, sgd_solver.cpp, policy "fixed".
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr)
    return base_lr
