"""Mistakes people make in elu: y = x where x > 0, and α(eˣ − 1) elsewhere."""

import numpy as np


def _falling(x):
    return np.exp(np.minimum(x, 0))


def ignores_alpha(x, *, alpha=1.0):
    """You always used α = 1, whatever `alpha` said.

    Use the argument.
    y = α(eˣ − 1) where x ≤ 0.
    """
    return np.where(x > 0, x, _falling(x) - 1)


def alpha_on_the_exponential_only(x, *, alpha=1.0):
    """You wrote α·eˣ − 1, so the curve jumps at 0 unless α is 1.

    Subtract first, then multiply.
    y = α(eˣ − 1) where x ≤ 0.
    """
    return np.where(x > 0, x, alpha * _falling(x) - 1)


def alpha_in_the_exponent(x, *, alpha=1.0):
    """You wrote e^(αx) − 1: α then sets how fast the curve falls, and it always ends at −1.

    α is a factor on the whole bracket, and −α the end of the curve.
    y = α(eˣ − 1) where x ≤ 0.
    """
    return np.where(x > 0, x, np.exp(alpha * np.minimum(x, 0)) - 1)


def minus_one_forgotten(x, *, alpha=1.0):
    """You wrote α·eˣ, which is α at 0 and positive below.

    Subtract 1, so that the two sides meet at 0.
    y = α(eˣ − 1) where x ≤ 0.
    """
    return np.where(x > 0, x, alpha * _falling(x))


def alpha_on_both_sides(x, *, alpha=1.0):
    """You multiplied the positive side by α as well.

    Positive elements pass unchanged.
    y = x where x > 0.
    """
    return alpha * np.where(x > 0, x, _falling(x) - 1)


def infinity_times_zero(x, *, alpha=1.0):
    """You multiplied both branches by masks: where x is large eˣ is ∞, and ∞ · 0 is NaN.

    Take the exponential of min(x, 0), and select instead of multiplying.
    y = x where x > 0, however large.
    """
    with np.errstate(all="ignore"):
        return x * (x > 0) + alpha * (np.exp(x) - 1) * (x <= 0)


def linear_below_zero(x, *, alpha=1.0):
    """You multiplied negative elements by α: that is leaky relu.

    Bend them with the exponential.
    y = α(eˣ − 1) where x ≤ 0.
    """
    return np.where(x > 0, x, alpha * x)


def cut_off_below_zero(x, *, alpha=1.0):
    """You replaced negative elements by 0: that is relu.

    Let them go down to −α.
    y = α(eˣ − 1) where x ≤ 0.
    """
    return np.maximum(x, 0)


def overwrites_its_input(x, *, alpha=1.0):
    """You bent the negative elements of x itself, so the caller's array is changed.

    Work on a copy, or build a new array: backward needs x again.
    y = x where x > 0, and α(eˣ − 1) elsewhere, with x left as it was.
    """
    x[x < 0] = alpha * (np.exp(x[x < 0]) - 1)
    return x
