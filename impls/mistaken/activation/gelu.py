"""Mistakes people make in gelu: y = x · Φ(x) = ½ · x · (1 + erf(x/√2))."""

import numpy as np

from ._logistic import logistic
from ._normal import density, distribution


def root_two_forgotten(x):
    """You took erf(x) in place of erf(x/√2).

    The error function belongs to a normal distribution of variance ½; divide by √2.
    y = ½ · x · (1 + erf(x/√2)).
    """
    return x * distribution(x * np.sqrt(np.full_like(x, 2)))


def half_forgotten(x, *, form="exact"):
    """You left out the factor ½, so that y is 2x for large x.

    The probability is half of 1 + erf.
    y = ½ · x · (1 + erf(x/√2)).
    """
    return 2 * x * distribution(x, form)


def one_forgotten(x, *, form="exact"):
    """You left out the 1: ½ · x · erf(x/√2) is the same for x and −x.

    Shift the error function up first.
    y = ½ · x · (1 + erf(x/√2)).
    """
    return x * (distribution(x, form) - 0.5)


def factor_forgotten(x, *, form="exact"):
    """You returned the probability alone.

    Multiply it by x.
    y = x · Φ(x).
    """
    return distribution(x, form)


def density_for_distribution(x):
    """You multiplied x by the density φ(x), the bell, in place of Φ(x), the area below it.

    φ only appears in the gradient.
    y = x · Φ(x).
    """
    return x * density(x)


def sigmoid_for_distribution(x):
    """You wrote x · sigmoid(1.702 · x), the paper's short approximation, which is off by up to 0.02.

    Use the error function, or the tangent where that is asked for.
    y = x · Φ(x).
    """
    return x * logistic(1.702 * x)


def sigmoid_without_a_factor(x):
    """You wrote x · sigmoid(x): that is silu.

    Φ rises faster than the sigmoid.
    y = x · Φ(x).
    """
    return x * logistic(x)


def cut_off_below_zero(x):
    """You replaced negative elements by 0: that is relu.

    gelu dips below 0, down to −0.170, and comes back.
    y = x · Φ(x).
    """
    return np.maximum(x, 0)


def tangent_without_the_cubic_term(x):
    """You wrote tanh(√(2/π) · x) and left out 0.044715 · x³.

    The tangent needs the cubic term to stay close to the error function. Near 0 yours is close, nowhere else.
    y = ½ · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³))) if form is tanh.
    """
    return x * logistic(2 * np.sqrt(0.5 / np.arctan(np.ones_like(x))) * x)


def overwrites_its_input(x, *, form="exact"):
    """You wrote x *= Φ(x), which changes the caller's array.

    Write the product into a new array: backward needs x again.
    y = x · Φ(x), with x left as it was.
    """
    x *= distribution(x, form)
    return x
