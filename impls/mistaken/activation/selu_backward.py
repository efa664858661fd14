"""Mistakes people make in selu_backward: dx = λ · dy where x > 0, and λα · eˣ · dy elsewhere."""

import numpy as np

from ._bent import ALPHA, LAMBDA, falling


def _positive(x, at_zero):
    return x >= 0 if at_zero == "lambda" else x > 0


def scale_on_the_negative_side_only(dy, x, *, at_zero="lambda_alpha"):
    """You let the gradient pass unchanged where x is positive, as elu does.

    The positive side is a line of slope λ.
    dx = λ · dy where x > 0.
    """
    return np.where(_positive(x, at_zero), dy, LAMBDA * ALPHA * falling(x) * dy)


def scale_on_the_positive_side_only(dy, x, *, at_zero="lambda_alpha"):
    """You forgot λ where x is negative.

    λ scales both sides.
    dx = λα · eˣ · dy where x < 0.
    """
    return np.where(_positive(x, at_zero), LAMBDA * dy, ALPHA * falling(x) * dy)


def alpha_forgotten(dy, x):
    """You forgot α where x is negative.

    Differentiate λα(eˣ − 1).
    dx = λα · eˣ · dy where x < 0.
    """
    return LAMBDA * dy * falling(x)


def output_for_slope(dy, x, *, at_zero="lambda_alpha"):
    """You multiplied by λα(eˣ − 1), the output: the 1 drops out of the derivative.

    Use λα·eˣ, which is the output plus λα.
    dx = λα · eˣ · dy where x < 0.
    """
    return LAMBDA * dy * np.where(_positive(x, at_zero), np.ones_like(x), ALPHA * (falling(x) - 1))


def exponential_forgotten(dy, x, *, at_zero="lambda_alpha"):
    """You multiplied by λα alone where x is negative, as if the curve were a straight line.

    The derivative of λα(eˣ − 1) is λα·eˣ.
    dx = λα · eˣ · dy where x < 0.
    """
    return LAMBDA * dy * np.where(_positive(x, at_zero), np.ones_like(x), ALPHA * np.ones_like(x))


def nothing_below_zero(dy, x, *, at_zero="lambda_alpha"):
    """You stopped the gradient where x is negative, as relu does.

    Let it fade, do not cut it.
    dx = λα · eˣ · dy where x < 0.
    """
    return np.where(_positive(x, at_zero), LAMBDA * dy, np.zeros_like(dy))


def bend_ignores_upstream(dy, x, *, at_zero="lambda_alpha"):
    """You returned λα·eˣ where x is negative and forgot to multiply it by dy.

    The chain rule needs the gradient that comes from above, on both sides.
    dx = λα · eˣ · dy where x < 0.
    """
    return np.where(_positive(x, at_zero), LAMBDA * dy, LAMBDA * ALPHA * falling(x))


def overwrites_upstream(dy, x, *, at_zero="lambda_alpha"):
    """You multiplied dy in place, which spoils the caller's gradient for every other path that uses it.

    Write the product into a new array.
    dx = λ · dy where x > 0, and λα · eˣ · dy elsewhere, with dy left as it was.
    """
    dy *= LAMBDA * np.where(_positive(x, at_zero), np.ones_like(x), ALPHA * falling(x))
    return dy
