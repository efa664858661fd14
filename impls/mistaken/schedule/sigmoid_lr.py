"""The sigmoid schedule, gone wrong."""

import numpy as np


def sign_forgotten(iteration, *, base_lr, gamma, step_size):
    """You forgot the minus sign in the exponent, so the rate falls where it should rise.

    The exponent is negative after the middle: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore"):
        return base_lr / (1 + np.exp(gamma * (iteration - step_size)))


def middle_forgotten(iteration, *, base_lr, gamma, step_size):
    """You left out the middle, so the rate passes half its height at iteration 0.

    Subtract `step_size` from the iteration: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore"):
        return base_lr / (1 + np.exp(-gamma * iteration))


def gamma_on_the_iteration_only(iteration, *, base_lr, gamma, step_size):
    """You multiplied only the iteration by gamma, so the middle moves to size/γ.

    Subtract first, then multiply: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore"):
        return base_lr / (1 + np.exp(step_size - gamma * iteration))


def gamma_forgotten(iteration, *, base_lr, gamma, step_size):
    """You left out gamma, so every curve is equally steep.

    Gamma multiplies the distance from the middle: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore"):
        return base_lr / (1 + np.exp(step_size - iteration))


def middle_one_early(iteration, *, base_lr, gamma, step_size):
    """You counted the iterations from 1, so the curve comes one iteration early.

    The rate is half its height at iteration `step_size` itself: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore"):
        return base_lr / (1 + np.exp(-gamma * (iteration + 1 - step_size)))


def distance_divided_by_size(iteration, *, base_lr, gamma, step_size):
    """You measured the distance from the middle in units of the size.

    The distance is counted in iterations: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore"):
        return base_lr / (1 + np.exp(-gamma * (iteration / step_size - 1)))


def stepwise(iteration, *, base_lr, gamma, step_size):
    """You took the number of whole intervals done in place of the distance from the middle.

    `step_size` is the middle of one smooth curve, not the length of a step: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore"):
        return base_lr / (1 + np.exp(-gamma * ((iteration + 0.5) // step_size)))


def overflows(iteration, *, base_lr, gamma, step_size):
    """You wrote the sigmoid as e^z / (1 + e^z), which is inf/inf = NaN once e^z overflows.

    Let the exponential fall where the rate is high: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore", invalid="ignore"):
        growth = np.exp(gamma * (iteration - step_size))
        return base_lr * growth / (1 + growth)


def one_forgotten(iteration, *, base_lr, gamma, step_size):
    """You left out the 1 below the line, so the rate grows without bound.

    The 1 keeps the rate below its base: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore", divide="ignore"):
        return base_lr / np.exp(-gamma * (iteration - step_size))


def subtracts_from_the_highest(iteration, *, base_lr, gamma, step_size):
    """You subtracted the part still missing from the highest rate, which leaves no digit of a rate far below it.

    Two nearly equal numbers cancel there; an exponential below the line does not: base / (1 + e^(−γ·(it − size))).
    """
    with np.errstate(over="ignore"):
        return base_lr - base_lr / (1 + np.exp(gamma * (iteration - step_size)))
