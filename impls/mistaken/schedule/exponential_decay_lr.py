"""Exponential decay by the step, gone wrong."""

import numpy as np


def _time(iteration, decay_steps, staircase):
    # Half an iteration late, where no step lies: rounding noise cannot change the count.
    return np.floor((iteration + 0.5) / decay_steps) if staircase == "yes" else iteration / decay_steps


def steps_forgotten(iteration, *, base_lr, decay_steps, decay_rate=0.1):
    """You applied the factor at every iteration.

    It takes s iterations for the rate to fall by it once: base · rate^(it/s).
    """
    return base_lr * np.float_power(decay_rate, iteration)


def rounds_to_the_nearest_step(iteration, *, base_lr, decay_steps, decay_rate=0.1):
    """You rounded it/s to a whole number, so the rate falls in stairs, the first one half a step early.

    The fraction counts: base · rate^(it/s).
    """
    # A quarter of an iteration late, where no half lies: rounding noise cannot change the count.
    return base_lr * np.float_power(decay_rate, np.floor((iteration + 0.25) / decay_steps + 0.5))


def counted_from_one(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """You counted the iterations from 1, so the base rate is never used.

    The first iteration is 0 and runs at the base rate: base · rate^(it/s).
    """
    return base_lr * np.float_power(decay_rate, _time(iteration + 1, decay_steps, staircase))


def rate_multiplies(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """You multiplied the factor by the time where it should be raised to it.

    The time is an exponent: base · rate^(it/s).
    """
    return base_lr * decay_rate * _time(iteration, decay_steps, staircase)


def exponent_turned_round(iteration, *, base_lr, decay_steps, decay_rate=0.1):
    """You divided the steps by the iteration.

    The time is the iterations in units of s: base · rate^(it/s).
    """
    with np.errstate(divide="ignore"):
        return base_lr * np.float_power(decay_rate, np.divide(decay_steps, iteration))


def falls_by_the_complement(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """You took the decay rate for the part that is lost, so a rate of 0.1 leaves nine tenths.

    It is the part that is left after s iterations: base · rate^(it/s).
    """
    return base_lr * np.float_power(np.abs(1 - decay_rate), _time(iteration, decay_steps, staircase))


def natural_exponential(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """You put the decay rate into an exponential, e^(−rate·it/s), which is another schedule.

    The rate is the base of the power: base · rate^(it/s).
    """
    return base_lr * np.exp(-decay_rate * _time(iteration, decay_steps, staircase))


def grows(iteration, *, base_lr, decay_steps, decay_rate=0.1, staircase="no"):
    """You divided by the power, so a factor below 1 makes the rate grow.

    Multiply by it: base · rate^(it/s).
    """
    with np.errstate(divide="ignore", over="ignore"):
        return base_lr / np.float_power(decay_rate, _time(iteration, decay_steps, staircase))
