"""Mistakes people make in silu_backward: dx = dy · s · (1 + x · (1 − s)), s = sigmoid(x)."""

import numpy as np

from ._logistic import logistic


def sigmoid_held_constant(dy, x):
    """You treated the sigmoid as a constant weight, and left out the second term of the product rule.

    x stands in the sigmoid too.
    dx = dy · (s + x · s · (1 − s)).
    """
    return dy * logistic(x)


def factor_held_constant(dy, x):
    """You treated the factor x as a constant, and left out the first term of the product rule.

    Add the sigmoid itself.
    dx = dy · (s + x · s · (1 − s)).
    """
    s = logistic(x)
    return dy * x * s * (1 - s)


def factor_forgotten(dy, x):
    """You added s and s(1 − s), without the factor x on the second.

    The product rule keeps x where the sigmoid is differentiated.
    dx = dy · (s + x · s · (1 − s)).
    """
    s = logistic(x)
    return dy * (s + s * (1 - s))


def terms_subtracted(dy, x):
    """You subtracted the second term of the product rule.

    The sigmoid rises, so the term is added.
    dx = dy · s · (1 + x · (1 − s)).
    """
    s = logistic(x)
    return dy * s * (1 - x * (1 - s))


def output_taken_for_sigmoid(dy, x):
    """You wrote y + y(1 − y) with the output y, as if that were the sigmoid.

    In terms of both: y + s · (1 − y).
    dx = dy · (y + s · (1 − y)), y = x · s.
    """
    y = x * logistic(x)
    return dy * (y + y * (1 - y))


def quotient_overflows(dy, x):
    """You rebuilt the sigmoid as eˣ/(1 + eˣ), which is ∞/∞ = NaN for large x.

    Use that form for negative x only, and 1/(1 + e⁻ˣ) for the others.
    dx = dy · s · (1 + x · (1 − s)), which is dy at x = 1000.
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x)
        s = exponentials / (1 + exponentials)
        return dy * s * (1 + x * (1 - s))


def ignores_upstream(dy, x):
    """You returned the slope and forgot to multiply by dy.

    The chain rule needs the gradient that comes from above.
    dx = dy · s · (1 + x · (1 − s)).
    """
    s = logistic(x)
    return s * (1 + x * (1 - s)) + 0 * dy


def overwrites_upstream(dy, x):
    """You multiplied dy in place, which spoils the caller's gradient for every other path that uses it.

    Write the product into a new array.
    dx = dy · s · (1 + x · (1 − s)), with dy left as it was.
    """
    s = logistic(x)
    dy *= s * (1 + x * (1 - s))
    return dy
