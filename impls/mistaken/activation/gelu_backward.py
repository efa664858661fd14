"""Mistakes people make in gelu_backward: dx = dy · (Φ(x) + x · φ(x))."""

import numpy as np

from ._logistic import logistic
from ._normal import density, distribution


def second_term_forgotten(dy, x, *, form="exact"):
    """You multiplied by Φ(x) only, as if the weight did not depend on x.

    The product rule has a second term: x times the derivative of Φ. At 0 it vanishes.
    dx = dy · (Φ(x) + x · φ(x)).
    """
    return dy * distribution(x, form)


def first_term_forgotten(dy, x, *, form="exact"):
    """You multiplied by x · φ(x) only.

    The product rule has a first term: Φ itself.
    dx = dy · (Φ(x) + x · φ(x)).
    """
    return dy * x * density(x, form)


def factor_x_forgotten(dy, x, *, form="exact"):
    """You added φ(x) without the factor x.

    The derivative of x · Φ(x) is Φ(x) + x · φ(x).
    dx = dy · (Φ(x) + x · φ(x)).
    """
    return dy * (distribution(x, form) + density(x, form))


def second_term_subtracted(dy, x, *, form="exact"):
    """You subtracted x · φ(x).

    The derivative of Φ is +φ. At 0 yours is right.
    dx = dy · (Φ(x) + x · φ(x)).
    """
    return dy * (distribution(x, form) - x * density(x, form))


def density_without_its_half(dy, x):
    """You took exp(−x²) for the density, which is the derivative of erf(x), not of Φ(x).

    Halve the exponent.
    φ(x) = exp(−x²/2)/√(2π).
    """
    return dy * (distribution(x) + x * density(x * np.sqrt(np.full_like(x, 2))))


def density_not_normalized(dy, x):
    """You left out the 1/√(2π) of the density.

    The area below φ is 1. At 0 yours is right.
    φ(x) = exp(−x²/2)/√(2π).
    """
    return dy * (distribution(x) + x * np.exp(-x * x / 2))


def gradient_of_silu(dy, x):
    """You differentiated x · sigmoid(1.702 · x), an approximation.

    Use the normal distribution and its density.
    dx = dy · (Φ(x) + x · φ(x)).
    """
    s = logistic(1.702 * x)
    return dy * s * (1 + 1.702 * x * (1 - s))


def output_for_slope(dy, x, *, form="exact"):
    """You multiplied dy by the output x · Φ(x).

    Multiply by the derivative.
    dx = dy · (Φ(x) + x · φ(x)).
    """
    return dy * x * distribution(x, form)


def ignores_upstream(dy, x, *, form="exact"):
    """You returned the slope and forgot to multiply it by dy.

    The chain rule needs the gradient that comes from above.
    dx = dy · (Φ(x) + x · φ(x)).
    """
    return distribution(x, form) + x * density(x, form) + 0 * dy


def overwrites_upstream(dy, x, *, form="exact"):
    """You multiplied dy itself, which spoils the caller's gradient for every other path that uses it.

    Write the product into a new array.
    dx = dy · (Φ(x) + x · φ(x)), with dy left as it was.
    """
    dy *= distribution(x, form) + x * density(x, form)
    return dy
