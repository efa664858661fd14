"""A learning rate that falls like a power of one over the time, measured in steps."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero


def power_lr(iteration: int, *, base_lr: float, decay_steps: int, power: float = 1.0) -> float:
    """Divide the rate by a power of a time that grows by 1 in every `decay_steps` iterations: base / (1 + it/s)^c.

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start, at least 0.
        decay_steps: s, the iterations in which the time grows by 1, at least 1.
        power: c, how steeply the rate falls with the time.

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration` or `base_lr` is negative or `decay_steps` is less than 1.

    Source: Géron, Hands-On Machine Learning, 3rd edition, chapter 11, "Power scheduling"; with c = 1
    keras.optimizers.schedules.InverseTimeDecay.
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr)
    require_at_least_one(decay_steps=decay_steps)
    return base_lr / np.float_power(1 + iteration / decay_steps, power)
