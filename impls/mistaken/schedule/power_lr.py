"""Power decay, gone wrong."""

import numpy as np


def whole_number_division(iteration, *, base_lr, decay_steps, power=1.0):
    """You divided whole numbers with `//`, so the rate falls in stairs.

    Divide with `/`, which keeps the fraction: base / (1 + it/s)^c.
    """
    # Half an iteration late, where no whole iteration lies: rounding noise cannot change the count.
    return base_lr / np.float_power(1 + np.floor((iteration + 0.5) / decay_steps), power)


def power_forgotten(iteration, *, base_lr, decay_steps, power=1.0):
    """You left out the power, so every rate falls like one over the time.

    The whole sum is raised: base / (1 + it/s)^c.
    """
    return base_lr / (1 + iteration / decay_steps)


def power_on_the_quotient(iteration, *, base_lr, decay_steps, power=1.0):
    """You raised it/s to the power and added 1 afterwards.

    Add first, then raise: base / (1 + it/s)^c.
    """
    return base_lr / (1 + np.float_power(iteration / decay_steps, power))


def power_multiplies(iteration, *, base_lr, decay_steps, power=1.0):
    """You multiplied the time by the power where the sum should be raised to it.

    The power is an exponent: base / (1 + it/s)^c.
    """
    return base_lr / (1 + power * iteration / decay_steps)


def steps_multiply(iteration, *, base_lr, decay_steps, power=1.0):
    """You multiplied the iteration by the decay steps, so the rate is gone at once.

    The iterations are counted in units of s: base / (1 + it/s)^c.
    """
    return base_lr / np.float_power(1 + iteration * decay_steps, power)


def counted_from_one(iteration, *, base_lr, decay_steps, power=1.0):
    """You counted the iterations from 1, so the base rate is never used.

    The first iteration is 0 and runs at the base rate: base / (1 + it/s)^c.
    """
    return base_lr / np.float_power(1 + (iteration + 1) / decay_steps, power)


def one_inside_the_quotient(iteration, *, base_lr, decay_steps, power=1.0):
    """You divided the whole sum 1 + it by the steps, so the first rate is far above the base rate.

    Only the iteration is divided: base / (1 + it/s)^c.
    """
    return base_lr / np.float_power((1 + iteration) / decay_steps, power)


def grows(iteration, *, base_lr, decay_steps, power=1.0):
    """You multiplied by the power of the time, so the rate grows.

    It stands below the line: base / (1 + it/s)^c.
    """
    return base_lr * np.float_power(1 + iteration / decay_steps, power)
