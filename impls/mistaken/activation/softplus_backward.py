"""Mistakes people make in softplus_backward: dx = dy · sigmoid(x)."""

import numpy as np

from ._logistic import logistic


def step_instead(dy, x):
    """You let the gradient through where x is positive, as relu does.

    The slope of softplus changes smoothly.
    dx = dy · sigmoid(x).
    """
    return np.where(x > 0, dy, np.zeros_like(dy))


def derived_twice(dy, x):
    """You multiplied by s(1 − s), which is the slope of the sigmoid: you differentiated once too often.

    The slope of softplus is the sigmoid itself.
    dx = dy · s, s = sigmoid(x).
    """
    s = logistic(x)
    return dy * s * (1 - s)


def falls(dy, x):
    """You used sigmoid(−x), which is 1 where the slope is 0.

    Mind the sign in the exponent.
    dx = dy / (1 + e⁻ˣ).
    """
    return dy * logistic(-x)


def quotient_overflows(dy, x):
    """You wrote eˣ/(1 + eˣ), which is ∞/∞ = NaN for large x.

    Use that form for negative x only, and 1/(1 + e⁻ˣ) for the others.
    dx = dy · sigmoid(x), which is dy at x = 1000.
    """
    with np.errstate(all="ignore"):
        exponentials = np.exp(x)
        return dy * (exponentials / (1 + exponentials))


def output_for_slope(dy, x):
    """You multiplied dy by the output, where its derivative belongs.

    Differentiate log(1 + eˣ).
    dx = dy · sigmoid(x).
    """
    return dy * (np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x))))


def output_taken_for_input(dy, x):
    """You took the sigmoid of the output, where the formula wants that of the input.

    Keep x from the forward pass. In terms of the output the slope is 1 − e^(−y).
    dx = dy · sigmoid(x).
    """
    return dy * logistic(np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x))))


def ignores_upstream(dy, x):
    """You returned the slope and forgot to multiply by dy.

    The chain rule needs the gradient that comes from above.
    dx = dy · sigmoid(x).
    """
    return logistic(x) + 0 * dy


def overwrites_upstream(dy, x):
    """You multiplied dy in place, which spoils the caller's gradient for every other path that uses it.

    Write the product into a new array.
    dx = dy · sigmoid(x), with dy left as it was.
    """
    dy *= logistic(x)
    return dy
