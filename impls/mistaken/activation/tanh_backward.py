"""Mistakes people make in tanh_backward: dx = dy · (1 − y²), y = tanh(x)."""

import numpy as np

from ._logistic import logistic


def applied_twice(dy, x):
    """You took 1 − tanh(tanh x)²: the output went through tanh once more.

    One tanh is enough: y = tanh(x).
    dx = dy · (1 − y²).
    """
    return dy * (1 - np.tanh(np.tanh(x)) ** 2)


def input_taken_for_output(dy, x):
    """You wrote 1 − x²: the formula is in terms of the output y, and what you are given is the input.

    Compute y = tanh(x) first.
    dx = dy · (1 − y²), not dy · (1 − x²).
    """
    return dy * (1 - x**2)


def slope_of_sigmoid(dy, x):
    """You used y(1 − y), the slope of the sigmoid.

    For tanh it is 1 − y².
    dx = dy · (1 − y²).
    """
    y = np.tanh(x)
    return dy * y * (1 - y)


def no_square(dy, x):
    """You forgot the square and wrote 1 − y.

    The slope of tanh is even: it is the same at −x.
    dx = dy · (1 − y²).
    """
    return dy * (1 - np.tanh(x))


def square_of_difference(dy, x):
    """You wrote (1 − y)², where the square belongs to y alone.

    Square first, then subtract.
    dx = dy · (1 − y²).
    """
    return dy * (1 - np.tanh(x)) ** 2


def half_argument(dy, x):
    """You used 4y(1 − y) with y = sigmoid(x), which is the slope of tanh at x/2.

    The sigmoid needs twice the argument.
    dx = dy · 4s(1 − s), s = sigmoid(2x).
    """
    y = logistic(x)
    return dy * 4 * y * (1 - y)


def ignores_upstream(dy, x):
    """You returned the slope and forgot to multiply by dy.

    The chain rule needs the gradient that comes from above.
    dx = dy · (1 − y²).
    """
    return 1 - np.tanh(x) ** 2 + 0 * dy


def wrong_sign(dy, x):
    """You wrote y² − 1, which is negative: tanh rises everywhere.

    Swap the two terms.
    dx = dy · (1 − y²).
    """
    return dy * (np.tanh(x) ** 2 - 1)


def overwrites_upstream(dy, x):
    """You multiplied dy in place, which spoils the caller's gradient for every other path that uses it.

    Write the product into a new array.
    dx = dy · (1 − y²), with dy left as it was.
    """
    dy *= 1 - np.tanh(x) ** 2
    return dy
