"""Mistakes people make in sigmoid_backward: dx = dy · y · (1 − y), y = sigmoid(x)."""

import numpy as np

from ._logistic import logistic


def input_taken_for_output(dy, x):
    """You wrote x(1 − x): the formula is in terms of the output y, and what you are given is the input.

    Compute y = sigmoid(x) first.
    dx = dy · y · (1 − y), not dy · x · (1 − x).
    """
    return dy * x * (1 - x)


def applied_twice(dy, x):
    """You took the sigmoid of the sigmoid before forming y(1 − y).

    One sigmoid is enough: y = sigmoid(x).
    dx = dy · y · (1 − y).
    """
    y = logistic(logistic(x))
    return dy * y * (1 - y)


def forgets_the_output(dy, x):
    """You multiplied by 1 − y only.

    The slope is the product of y and 1 − y.
    dx = dy · y · (1 − y).
    """
    return dy * (1 - logistic(x))


def slope_of_tanh(dy, x):
    """You used 1 − y², the slope of tanh.

    For the sigmoid it is y − y².
    dx = dy · y · (1 − y).
    """
    return dy * (1 - logistic(x) ** 2)


def wrong_sign(dy, x):
    """You wrote y(y − 1), which is negative: the sigmoid rises everywhere.

    Swap the two terms.
    dx = dy · y · (1 − y).
    """
    y = logistic(x)
    return dy * y * (y - 1)


def ignores_upstream(dy, x):
    """You returned the slope and forgot to multiply by dy.

    The chain rule needs the gradient that comes from above.
    dx = dy · y · (1 − y).
    """
    y = logistic(x)
    return y * (1 - y) + 0 * dy


def quotient_overflows(dy, x):
    """You wrote e⁻ˣ/(1 + e⁻ˣ)², which is ∞/∞ = NaN for very negative x.

    Rebuild y without overflow and use y(1 − y).
    dx = dy · y · (1 − y), which is 0 at x = −1000.
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(-x)
        return dy * (exponentials / (1 + exponentials) ** 2)


def with_cross_entropy(dy, x):
    """You returned y − dy: the gradient of sigmoid and cross-entropy together, with dy taken for the target.

    The sigmoid alone gets the gradient with respect to y, and multiplies it by its slope.
    dx = dy · y · (1 − y).
    """
    return logistic(x) - dy


def overwrites_upstream(dy, x):
    """You multiplied dy in place, which spoils the caller's gradient for every other path that uses it.

    Write the product into a new array.
    dx = dy · y · (1 − y), with dy left as it was.
    """
    y = logistic(x)
    dy *= y * (1 - y)
    return dy
