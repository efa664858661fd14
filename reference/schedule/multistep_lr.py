"""A learning rate that drops at given milestones."""

from collections.abc import Sequence

import numpy as np

from ._checks import require_at_least_zero, require_choice, require_sorted


def multistep_lr(
    iteration: int, *, base_lr: float, gamma: float, milestones: Sequence[int], at_milestone: str = "new"
) -> float:
    """Multiply the rate by gamma once for every milestone passed, a repeated one as often as it is listed.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start, at least 0.
        gamma: the factor of each drop, at least 0.
        milestones: iterations in rising order; the same one may come twice; there may be none.
        at_milestone: the rate at the milestone itself. "new": already multiplied (PyTorch, Caffe). "old": not yet, as
            in the piecewise constant rates of Keras and TensorFlow.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration`, `base_lr` or `gamma` is negative, `milestones` are not in rising order or
            `at_milestone` is unknown.

    Source: torch.optim.lr_scheduler.MultiStepLR; Caffe 1.0, sgd_solver.cpp, policy "multistep".
    """
    milestones = list(milestones)
    require_at_least_zero(iteration=iteration, base_lr=base_lr, gamma=gamma)
    require_sorted(milestones)
    require_choice(("new", "old"), at_milestone=at_milestone)
    if at_milestone == "new":
        passed = sum(milestone <= iteration for milestone in milestones)
    else:
        passed = sum(milestone < iteration for milestone in milestones)
    return base_lr * np.float_power(gamma, passed)
