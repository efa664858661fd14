"""Mistakes people make in elu_backward: dx = dy where x > 0, and dy · α · eˣ elsewhere."""

import numpy as np


def _falling(x):
    return np.exp(np.minimum(x, 0))


def alpha_for_the_slope(dy, x, *, alpha=1.0):
    """You multiplied by α alone where x is negative, as if the curve were a straight line.

    The derivative of α(eˣ − 1) is α·eˣ.
    dx = dy · α · eˣ where x ≤ 0.
    """
    return np.where(x > 0, dy, dy * alpha)


def output_for_slope(dy, x, *, alpha=1.0):
    """You multiplied by α(eˣ − 1), the output: the 1 drops out of the derivative.

    Use α·eˣ, which is the output plus α.
    dx = dy · (y + α) where x ≤ 0.
    """
    return np.where(x > 0, dy, dy * alpha * (_falling(x) - 1))


def output_plus_one(dy, x, *, alpha=1.0):
    """You used y + 1 for the slope, which is right for α = 1 only.

    In terms of the output the slope is y + α.
    dx = dy · (y + α) where x ≤ 0.
    """
    return np.where(x > 0, dy, dy * (alpha * (_falling(x) - 1) + 1))


def ignores_alpha(dy, x, *, alpha=1.0):
    """You always used α = 1, whatever `alpha` said.

    Use the argument.
    dx = dy · α · eˣ where x ≤ 0.
    """
    return np.where(x > 0, dy, dy * _falling(x))


def zero_counts_as_positive(dy, x, *, alpha=1.0):
    """You used x ≥ 0, so at exactly 0 the slope is 1.

    0 belongs to the exponential side, whose slope there is α.
    dx = dy · α at x = 0.
    """
    return np.where(x >= 0, dy, dy * alpha * _falling(x))


def nothing_below_zero(dy, x, *, alpha=1.0):
    """You stopped the gradient where x is negative: that is the gradient of relu.

    Let it fade, do not cut it.
    dx = dy · α · eˣ where x ≤ 0.
    """
    return np.where(x > 0, dy, np.zeros_like(dy))


def masked_by_gradient(dy, x, *, alpha=1.0):
    """You decided by the sign of the gradient instead of the sign of the forward input.

    Keep x from the forward pass and use x > 0.
    dx = dy where x > 0, and dy · α · eˣ elsewhere, whatever the sign of dy.
    """
    return np.where(dy > 0, dy, dy * alpha * _falling(x))


def bend_ignores_upstream(dy, x, *, alpha=1.0):
    """You returned α·eˣ where x is negative and forgot to multiply it by dy.

    The chain rule needs the gradient that comes from above, on both sides.
    dx = dy · α · eˣ where x ≤ 0.
    """
    return np.where(x > 0, dy, alpha * _falling(x))


def overwrites_upstream(dy, x, *, alpha=1.0):
    """You multiplied elements of dy itself, which spoils the caller's gradient for every other path that uses it.

    Work on a copy, or use np.where.
    dx = dy where x > 0, and dy · α · eˣ elsewhere, with dy left as it was.
    """
    dy[x <= 0] *= alpha * np.exp(x[x <= 0])
    return dy
