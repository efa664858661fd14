"""Exponential decay, gone wrong."""

import numpy as np


def natural_exponential(iteration, *, base_lr, gamma):
    """You took e^(−γ·it), where gamma is a speed; here it is the factor of one iteration.

    Raise gamma itself to the iteration: base·γ^it.
    """
    return base_lr * np.exp(-gamma * iteration)


def counted_from_one(iteration, *, base_lr, gamma):
    """You raised gamma to the iteration plus one, so the base rate is never used.

    The first iteration is 0 and runs at the base rate: base·γ^it.
    """
    return base_lr * np.float_power(gamma, iteration + 1)


def applied_once(iteration, *, base_lr, gamma):
    """You multiplied by gamma once, whatever the iteration.

    Gamma is applied anew at every iteration: base·γ^it.
    """
    return base_lr * gamma if iteration > 0.5 else base_lr


def decays_the_decayed_rate(iteration, *, base_lr, gamma):
    """You multiplied the rate that had already decayed by γ^it, so the exponents pile up: 1 + 2 + … + it.

    Either multiply the last rate by gamma, or the base rate by γ^it, not both: base·γ^it.
    """
    return base_lr * np.float_power(gamma, iteration * (iteration + 1) / 2)


def base_raised_too(iteration, *, base_lr, gamma):
    """You raised the product of rate and gamma to the iteration.

    The power binds to gamma alone: base·γ^it.
    """
    return np.float_power(base_lr * gamma, iteration)


def gamma_times_iteration(iteration, *, base_lr, gamma):
    """You multiplied gamma by the iteration where it should be raised to it.

    After two iterations the factor is γ·γ, not 2·γ: base·γ^it.
    """
    return base_lr * gamma * iteration


def gamma_divides(iteration, *, base_lr, gamma):
    """You divided by gamma, so the rate grows where it should shrink.

    Gamma is the factor of one iteration: base·γ^it.
    """
    with np.errstate(divide="ignore"):
        return base_lr / np.float_power(gamma, iteration)


def gamma_is_the_loss(iteration, *, base_lr, gamma):
    """You took gamma to be the share that is lost, and multiplied by 1 − γ.

    Gamma is the share that is kept: base·γ^it.
    """
    return base_lr * np.float_power(1 - gamma, iteration)
