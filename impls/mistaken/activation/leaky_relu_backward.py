"""Mistakes people make in leaky_relu_backward: dx = dy where x > 0, and slope · dy elsewhere."""

import numpy as np


def _positive(x, at_zero, limit=0):
    return x >= limit if at_zero == "one" else x > limit


def nothing_leaks(dy, x, *, slope=0.01, at_zero="slope"):
    """You stopped the gradient where x is negative: that is the gradient of relu.

    Let it through, multiplied by the slope; that is what the leak is for.
    dx = slope · dy where x < 0.
    """
    return np.where(_positive(x, at_zero), dy, np.zeros_like(dy))


def ignores_slope(dy, x, *, slope=0.01, at_zero="slope"):
    """You always used a slope of 0.01, whatever `slope` said.

    Use the argument.
    dx = slope · dy where x < 0.
    """
    return np.where(_positive(x, at_zero), dy, 0.01 * dy)


def masked_by_gradient(dy, x, *, slope=0.01):
    """You decided by the sign of the gradient instead of the sign of the forward input.

    Keep x from the forward pass and use x > 0.
    dx = dy where x > 0, and slope · dy elsewhere, whatever the sign of dy.
    """
    return np.where(dy > 0, dy, slope * dy)


def slope_on_the_positive_side(dy, x, *, slope=0.01, at_zero="slope"):
    """You shrank the gradient where x is positive and kept it where x is negative.

    The slope belongs to the negative side.
    dx = dy where x > 0, and slope · dy elsewhere.
    """
    return np.where(_positive(x, at_zero), slope * dy, dy)


def output_for_slope(dy, x, *, slope=0.01, at_zero="slope"):
    """You multiplied dy by slope · x, the output, where x is negative.

    The derivative of slope · x is the slope alone.
    dx = slope · dy where x < 0.
    """
    return np.where(_positive(x, at_zero), dy, np.where(x < 0, slope * np.maximum(x, -1e300) * dy, slope * dy))


def leak_ignores_upstream(dy, x, *, slope=0.01, at_zero="slope"):
    """You returned the slope where x is negative and forgot to multiply it by dy.

    The chain rule needs the gradient that comes from above, on both sides.
    dx = slope · dy where x < 0.
    """
    return np.where(_positive(x, at_zero), dy, slope * np.ones_like(dy))


def larger_of_the_two(dy, x, *, slope=0.01, at_zero="slope"):
    """You differentiated max(x, slope · x), which is another function when the slope is above 1.

    Decide by the sign of x.
    dx = dy where x > 0, and slope · dy elsewhere.
    """
    return np.where(_positive(x, at_zero, slope * x), dy, slope * dy)


def overwrites_upstream(dy, x, *, slope=0.01, at_zero="slope"):
    """You shrank elements of dy itself, which spoils the caller's gradient for every other path that uses it.

    Work on a copy, or use np.where.
    dx = dy where x > 0, and slope · dy elsewhere, with dy left as it was.
    """
    dy[x < 0 if at_zero == "one" else x <= 0] *= slope
    return dy
