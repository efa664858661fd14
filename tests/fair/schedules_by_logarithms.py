"""Learning rates as exponentials of logarithms, and as other functions that are the same."""

import bisect
import math

import numpy as np


def step_lr(iteration, *, base_lr, gamma, step_size):
    """A power of the number of drops."""
    return base_lr * math.pow(gamma, iteration // step_size)


def exponential_lr(iteration, *, base_lr, gamma):
    """The exponential of a straight line."""
    return base_lr * _power(gamma, iteration)


def inverse_lr(iteration, *, base_lr, gamma, power):
    """By the logarithm of the time."""
    return base_lr * math.exp(-power * math.log1p(gamma * iteration))


def power_lr(iteration, *, base_lr, decay_steps, power=1.0):
    """The steps by the steps and iterations."""
    return base_lr * (decay_steps / (decay_steps + iteration)) ** power


def exponential_decay_lr(iteration, *, base_lr, decay_steps, decay_rate=0.1):
    """The exponential of a straight line."""
    return base_lr * _power(decay_rate, iteration / decay_steps)


def polynomial_lr(iteration, *, base_lr, max_iterations, power):
    """By the logarithm of the share that is left."""
    if iteration > max_iterations:
        return 0.0
    return base_lr * _power((max_iterations - iteration) / max_iterations, power)


def sigmoid_lr(iteration, *, base_lr, gamma, step_size):
    """The exponential of a logarithm that does not overflow."""
    return base_lr * np.exp(-np.logaddexp(0, -gamma * (iteration - step_size)))


def multistep_lr(iteration, *, base_lr, gamma, milestones):
    """The milestones passed are found by halving."""
    return base_lr * gamma ** bisect.bisect_right(milestones, iteration)


def piecewise_constant_lr(iteration, *, boundaries, values):
    """The place is found by halving."""
    return values[bisect.bisect_right(boundaries, iteration)]


def warmup_lr(iteration, *, base_lr, warmup_steps):
    """The lower of two lines."""
    return min(base_lr, (iteration + 1) * base_lr / warmup_steps)


def cosine_lr(iteration, *, base_lr, total_steps, min_lr=0.0):
    """The square of half the angle's cosine."""
    share = math.cos(math.pi / 2 * min(iteration, total_steps) / total_steps) ** 2
    return base_lr * share + min_lr * (1 - share)


def _power(base, exponent):
    if base == 0 or exponent == 0:
        return float(exponent == 0)
    return math.exp(exponent * math.log(base))
