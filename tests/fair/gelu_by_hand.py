"""The error function by hand: its series of positive terms near zero, its continued fraction far from it."""

import math

import numpy as np


def gelu(x):
    """The value by its probability."""
    return x * _probability(x)


def gelu_backward(dy, x):
    """The probability, and the value by the density."""
    return dy * (_probability(x) + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi))


def _probability(x):
    """The probability that a standard normal number is below x, in double precision."""
    size = np.abs(np.asarray(x, np.float64))
    with np.errstate(over="ignore", invalid="ignore"):
        density = np.exp(-(size**2) / 2) / math.sqrt(2 * math.pi)
        # φ(x)·(x + x³/3 + x⁵/(3·5) + …) is the probability beyond a half.
        near = np.minimum(size, 3)
        term = series = near
        for n in range(1, 60):
            term = term * near**2 / (2 * n + 1)
            series = series + term
        far, fraction = np.maximum(size, 3), np.maximum(size, 3)
        for n in range(90, 0, -1):
            fraction = far + n / fraction
        tail = np.where(size < 3, 0.5 - density * series, density / fraction)
    return np.where(np.isnan(x), x, np.where(x > 0, 1 - tail, tail)).astype(x.dtype)
