"""Drops at regular intervals, gone wrong."""

import numpy as np


def floor_forgotten(iteration, *, base_lr, gamma, step_size):
    """You divided without rounding down, so the rate falls a little at every iteration instead of in steps.

    The exponent is the number of whole intervals done: base·γ^⌊it/size⌋.
    """
    return base_lr * np.float_power(gamma, iteration / step_size)


def rounded_to_nearest(iteration, *, base_lr, gamma, step_size):
    """You rounded to the nearest whole number, so every drop comes half an interval early.

    Round down, with `//`: base·γ^⌊it/size⌋.
    """
    return base_lr * np.float_power(gamma, (2 * iteration + step_size) // (2 * step_size))


def rounded_up(iteration, *, base_lr, gamma, step_size):
    """You rounded up, so every drop comes almost an interval early.

    Round down, with `//`: base·γ^⌊it/size⌋.
    """
    return base_lr * np.float_power(gamma, -(-iteration // step_size))


def drops_one_early(iteration, *, base_lr, gamma, step_size):
    """You counted the iterations from 1, so every drop comes one iteration early.

    Iteration `size` is the first with a lower rate, for the first iteration is 0: base·γ^⌊it/size⌋.
    """
    return base_lr * np.float_power(gamma, (iteration + 1) // step_size)


def drops_one_late(iteration, *, base_lr, gamma, step_size):
    """You compared with > where ≥ is meant, so every drop comes one iteration late.

    Iteration `size` itself already has the lower rate: base·γ^⌊it/size⌋.
    """
    return base_lr * np.float_power(gamma, max(iteration - 1, 0) // step_size)


def drops_at_the_start(iteration, *, base_lr, gamma, step_size):
    """You multiplied whenever the iteration is divisible by the size, and 0 is divisible too.

    The first interval runs at the base rate: base·γ^⌊it/size⌋.
    """
    return base_lr * np.float_power(gamma, iteration // step_size + 1)


def drops_once(iteration, *, base_lr, gamma, step_size):
    """You applied gamma once after the first interval and never again.

    Gamma is applied anew after every interval: base·γ^⌊it/size⌋.
    """
    return base_lr * np.float_power(gamma, min(iteration // step_size, 1))


def drops_at_every_iteration_after(iteration, *, base_lr, gamma, step_size):
    """You multiplied by gamma at every iteration from the first drop on.

    Multiply once for every whole interval: base·γ^⌊it/size⌋.
    """
    return base_lr * np.float_power(gamma, max(iteration - step_size + 1, 0))


def gamma_divides(iteration, *, base_lr, gamma, step_size):
    """You divided by gamma, so a gamma of 0.1 multiplies the rate by ten.

    Gamma is the factor of each drop: base·γ^⌊it/size⌋.
    """
    with np.errstate(divide="ignore"):
        return base_lr / np.float_power(gamma, iteration // step_size)


def gamma_times_drops(iteration, *, base_lr, gamma, step_size):
    """You multiplied gamma by the number of drops where it should be raised to it.

    Two drops are γ·γ, not 2·γ: base·γ^⌊it/size⌋.
    """
    drops = iteration // step_size
    return base_lr * gamma * drops if drops else base_lr
