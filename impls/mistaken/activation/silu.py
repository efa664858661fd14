"""Mistakes people make in silu: y = x · sigmoid(x)."""

import numpy as np

from ._logistic import logistic


def factor_forgotten(x):
    """You returned the sigmoid alone.

    Multiply it by x.
    y = x · sigmoid(x).
    """
    return logistic(x)


def falls(x):
    """You weighted x by sigmoid(−x), so positive values fade and negative ones pass.

    Mind the sign in the exponent.
    y = x / (1 + e⁻ˣ).
    """
    return x * logistic(-x)


def quotient_overflows(x):
    """You wrote x · eˣ/(1 + eˣ), and for large x that quotient is ∞/∞ = NaN.

    Use that form for negative x only, and x/(1 + e⁻ˣ) for the others.
    y = x · sigmoid(x), which is 1000 at x = 1000.
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x)
        return x * (exponentials / (1 + exponentials))


def steepness_of_gelu(x):
    """You wrote x · sigmoid(1.702·x), which is an approximation of gelu.

    The factor inside the sigmoid is 1.
    y = x · sigmoid(x).
    """
    return x * logistic(1.702 * x)


def hard(x):
    """You replaced the sigmoid by a straight line that is cut off at 0 and 1: that is the hard swish.

    Use the exponential.
    y = x · sigmoid(x), not x · min(max(x/6 + 0.5, 0), 1).
    """
    return x * np.clip(x / 6 + 0.5, 0, 1)


def tanh_of_softplus(x):
    """You weighted x by tanh(softplus(x)): that is mish.

    Weight it by its sigmoid.
    y = x · sigmoid(x).
    """
    return x * np.tanh(np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x))))


def cut_off_below_zero(x):
    """You replaced negative elements by 0: that is relu.

    silu dips below 0, down to −0.278, and comes back.
    y = x · sigmoid(x).
    """
    return np.maximum(x, 0)


def overwrites_its_input(x):
    """You wrote x *= sigmoid(x), which changes the caller's array.

    Write the product into a new array: backward needs x again.
    y = x · sigmoid(x), with x left as it was.
    """
    x *= logistic(x)
    return x
