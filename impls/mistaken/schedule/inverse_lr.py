"""Inverse decay, gone wrong."""

import numpy as np


def power_forgotten(iteration, *, base_lr, gamma, power):
    """You divided by 1 + γ·it without raising it to the power.

    The whole sum is raised: base·(1 + γ·it)^−power.
    """
    return base_lr / (1 + gamma * iteration)


def grows(iteration, *, base_lr, gamma, power):
    """You forgot the minus sign of the power, so the rate grows.

    The power stands below the line: base·(1 + γ·it)^−power.
    """
    return base_lr * np.float_power(1 + gamma * iteration, power)


def power_on_the_product(iteration, *, base_lr, gamma, power):
    """You raised γ·it to the power and added 1 afterwards.

    Add first, then raise: base·(1 + γ·it)^−power.
    """
    return base_lr / (1 + np.float_power(gamma * iteration, power))


def power_on_the_iteration(iteration, *, base_lr, gamma, power):
    """You raised the iteration alone to the power.

    Add first, then raise: base·(1 + γ·it)^−power.
    """
    return base_lr / (1 + gamma * np.float_power(iteration, power))


def gamma_times_the_sum(iteration, *, base_lr, gamma, power):
    """You multiplied gamma by 1 + it, so the rate at the start is not the base rate.

    Gamma multiplies the iteration only: base·(1 + γ·it)^−power.
    """
    with np.errstate(divide="ignore"):
        return base_lr * np.float_power(gamma * (1 + iteration), -power)


def counted_from_one(iteration, *, base_lr, gamma, power):
    """You counted the iterations from 1, so the base rate is never used.

    The first iteration is 0 and runs at the base rate: base·(1 + γ·it)^−power.
    """
    return base_lr * np.float_power(1 + gamma * (iteration + 1), -power)


def one_forgotten(iteration, *, base_lr, gamma, power):
    """You left out the 1, so the rate is infinite at iteration 0.

    The 1 makes the first rate the base rate: base·(1 + γ·it)^−power.
    """
    with np.errstate(divide="ignore"):
        return base_lr * np.float_power(gamma * iteration, -power)


def power_multiplies(iteration, *, base_lr, gamma, power):
    """You multiplied by the power where the sum should be raised to it.

    The power is an exponent: base·(1 + γ·it)^−power.
    """
    return base_lr / (1 + gamma * iteration * power)


def base_raised_too(iteration, *, base_lr, gamma, power):
    """You raised the base rate together with the sum.

    The power binds to the sum alone: base·(1 + γ·it)^−power.
    """
    return np.float_power(base_lr / (1 + gamma * iteration), power)
