"""A learning rate that falls by one factor in every so many iterations."""

import numpy as np

from ._checks import require_at_least_one, require_at_least_zero, require_choice


def exponential_decay_lr(
    iteration: int, *, base_lr: float, decay_steps: int, decay_rate: float = 0.1, staircase: str = "no"
) -> float:
    """Multiply the rate by `decay_rate` in every `decay_steps` iterations: base · rate^(it/s).

    Args:
        iteration: the number of iterations done, counted from 0.
        base_lr: the rate at the start, at least 0.
        decay_steps: s, the iterations in which the rate falls by the factor, at least 1.
        decay_rate: the factor, at least 0.
        staircase: "no": all the time, a little (Géron, Keras' default). "yes": by whole steps only, at multiples of s
            (Keras with staircase=True, PyTorch's StepLR).

    Returns:
        The learning rate of this iteration.

    Raises:
        ValueError: if `iteration`, `base_lr` or `decay_rate` is negative, `decay_steps` is less than 1 or `staircase`
            is unknown.

    Source: Géron, Hands-On Machine Learning, 3rd edition, chapter 11, "Exponential scheduling";
    keras.optimizers.schedules.ExponentialDecay.
    """
    require_at_least_zero(iteration=iteration, base_lr=base_lr, decay_rate=decay_rate)
    require_at_least_one(decay_steps=decay_steps)
    require_choice(("no", "yes"), staircase=staircase)
    if staircase == "yes":
        # Half an iteration late, where no whole iteration lies: rounding noise in it cannot change the count.
        return base_lr * np.float_power(decay_rate, np.floor((iteration + 0.5) / decay_steps))
    return base_lr * np.float_power(decay_rate, iteration / decay_steps)
