"""Mistakes people make in selu: y = λx where x > 0, and λα(eˣ − 1) elsewhere."""

import numpy as np

from ._bent import ALPHA, LAMBDA, falling


def scale_on_the_positive_side_only(x):
    """You multiplied only the positive side by λ.

    λ stands before the brace: it scales both sides.
    y = λα(eˣ − 1) where x ≤ 0.
    """
    return np.where(x > 0, LAMBDA * x, ALPHA * (falling(x) - 1))


def scale_on_the_negative_side_only(x):
    """You let positive elements pass unchanged, as elu does.

    λ stands before the brace: it scales both sides.
    y = λx where x > 0.
    """
    return np.where(x > 0, x, LAMBDA * ALPHA * (falling(x) - 1))


def alpha_forgotten(x):
    """You scaled an elu with α = 1.

    Multiply the negative side by α = 1.6733 as well.
    y = λα(eˣ − 1) where x ≤ 0.
    """
    return LAMBDA * np.where(x > 0, x, falling(x) - 1)


def constants_exchanged(x):
    """You exchanged the two constants.

    λ = 1.0507 scales everything, α = 1.6733 only the negative side.
    y = λx where x > 0, and λα(eˣ − 1) elsewhere.
    """
    return ALPHA * np.where(x > 0, x, LAMBDA * (falling(x) - 1))


def rounded_constants(x):
    """You copied the constants with four digits, 1.0507 and 1.6733.

    Use all of them: 1.0507009873554805 and 1.6732632423543772; they make mean 0 and variance 1 a fixed point.
    y = λx where x > 0, and λα(eˣ − 1) elsewhere.
    """
    return 1.0507 * np.where(x > 0, x, 1.6733 * (falling(x) - 1))


def minus_one_forgotten(x):
    """You wrote λα·eˣ, which is positive below 0.

    Subtract 1, so that the two sides meet at 0.
    y = λα(eˣ − 1) where x ≤ 0.
    """
    return LAMBDA * np.where(x > 0, x, ALPHA * falling(x))


def infinity_times_zero(x):
    """You multiplied both branches by masks: where x is large eˣ is ∞, and ∞ · 0 is NaN.

    Take the exponential of min(x, 0), and select instead of multiplying.
    y = λx where x > 0, however large.
    """
    with np.errstate(all="ignore"):
        return LAMBDA * (x * (x > 0) + ALPHA * (np.exp(x) - 1) * (x <= 0))


def overwrites_its_input(x):
    """You scaled x itself, so the caller's array is changed.

    Work on a copy, or build a new array: backward needs x again.
    y = λx where x > 0, and λα(eˣ − 1) elsewhere, with x left as it was.
    """
    y = LAMBDA * np.where(x > 0, x, ALPHA * (falling(x) - 1))
    x *= LAMBDA
    return y
