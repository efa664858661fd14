"""Polynomial decay, gone wrong."""

import numpy as np


def _over(iteration, max_iterations):
    # Half an iteration past the end, where no whole iteration lies: rounding noise cannot change the decision.
    return iteration > max_iterations + 0.5


def _rate(iteration, base_lr, max_iterations, power):
    if _over(iteration, max_iterations):
        return base_lr * 0.0
    return base_lr * np.float_power(np.maximum(1 - iteration / max_iterations, 0), power)


def negative_beyond_the_end(iteration, *, base_lr, max_iterations, power):
    """You let the share of time left go below zero: beyond the end the rate is negative, NaN or rising again.

    Beyond the end the rate is 0; until then base·(1 − it/max)^power.
    """
    if _over(iteration, max_iterations):
        with np.errstate(invalid="ignore"):
            return base_lr * np.float_power(1 - iteration / max_iterations, power)
    return _rate(iteration, base_lr, max_iterations, power)


def rises_beyond_the_end(iteration, *, base_lr, max_iterations, power):
    """You took the distance to the end, so the rate rises again after it.

    Beyond the end the rate is 0; until then base·(1 − it/max)^power.
    """
    return base_lr * np.float_power(np.abs(1 - iteration / max_iterations), power)


def starts_again(iteration, *, base_lr, max_iterations, power):
    """You took the iteration modulo the end, so the rate jumps back to the base rate.

    Beyond the end the rate is 0; until then base·(1 − it/max)^power.
    """
    # Whole cycles are counted half an iteration late, so that rounding noise cannot change the count.
    cycles = np.floor((iteration + 0.5) / max_iterations)
    return base_lr * np.float_power(np.maximum(1 - (iteration / max_iterations - cycles), 0), power)


def base_rate_beyond_the_end(iteration, *, base_lr, max_iterations, power):
    """You returned the base rate beyond the end.

    Beyond the end the rate is 0; until then base·(1 − it/max)^power.
    """
    if _over(iteration, max_iterations):
        return base_lr
    return _rate(iteration, base_lr, max_iterations, power)


def never_reaches_zero(iteration, *, base_lr, max_iterations, power):
    """You stopped the iteration at the last one before the end, so the rate never reaches 0.

    At the end the rate is 0, and stays there: base·(1 − it/max)^power.
    """
    return _rate(np.minimum(iteration, max_iterations - 1), base_lr, max_iterations, power)


def ends_one_early(iteration, *, base_lr, max_iterations, power):
    """You divided by max − 1, so the rate reaches 0 one iteration early.

    The rate reaches 0 at iteration `max_iterations` itself: base·(1 − it/max)^power.
    """
    return _rate(iteration, base_lr, max(max_iterations - 1, 1), power)


def counted_from_one(iteration, *, base_lr, max_iterations, power):
    """You counted the iterations from 1, so the base rate is never used.

    The first iteration is 0 and runs at the base rate: base·(1 − it/max)^power.
    """
    return _rate(iteration + 1, base_lr, max_iterations, power)


def power_on_the_share_done(iteration, *, base_lr, max_iterations, power):
    """You raised the share of time done to the power, where the share left is meant.

    Subtract first, then raise: base·(1 − it/max)^power.
    """
    if _over(iteration, max_iterations):
        return base_lr * 0.0
    return base_lr * np.maximum(1 - np.float_power(iteration / max_iterations, power), 0)


def power_forgotten(iteration, *, base_lr, max_iterations, power):
    """You left out the power, so the rate falls in a straight line.

    Raise the share of time left to the power: base·(1 − it/max)^power.
    """
    return _rate(iteration, base_lr, max_iterations, 1)


def power_multiplies(iteration, *, base_lr, max_iterations, power):
    """You multiplied by the power where the share should be raised to it.

    The power is an exponent: base·(1 − it/max)^power.
    """
    return power * _rate(iteration, base_lr, max_iterations, 1)


def rises_from_zero(iteration, *, base_lr, max_iterations, power):
    """You raised the share of time done, so the rate climbs from 0 to the base rate.

    The share of time left falls from 1 to 0: base·(1 − it/max)^power.
    """
    if _over(iteration, max_iterations):
        return base_lr * 0.0
    return base_lr * np.float_power(iteration / max_iterations, power)


def whole_number_division(iteration, *, base_lr, max_iterations, power):
    """You divided whole numbers with `//`, so the rate is the base rate until the end and then 0.

    Divide with `/`, which keeps the fraction: base·(1 − it/max)^power.
    """
    done = iteration > max_iterations - 0.5
    return base_lr * np.float_power(0.0 if done else 1.0, power)
