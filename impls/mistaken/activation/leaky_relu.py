"""Mistakes people make in leaky_relu: y = x where x > 0, and slope · x elsewhere."""

import numpy as np


def slope_on_the_positive_side(x, *, slope=0.01):
    """You shrank the positive elements and kept the negative ones.

    The slope belongs to the negative side.
    y = x where x > 0, and slope · x elsewhere.
    """
    return np.where(x > 0, slope * x, x)


def larger_of_the_two(x, *, slope=0.01):
    """You wrote max(x, slope · x), which is right only as long as the slope is at most 1.

    Decide by the sign of x.
    y = x where x > 0, and slope · x elsewhere.
    """
    return np.maximum(x, slope * x)


def nothing_leaks(x, *, slope=0.01):
    """You replaced negative elements by 0: that is relu.

    Let them through, multiplied by the slope.
    y = slope · x where x < 0.
    """
    return np.maximum(x, 0)


def ignores_slope(x, *, slope=0.01):
    """You always used a slope of 0.01, whatever `slope` said.

    Use the argument.
    y = slope · x where x < 0.
    """
    return np.where(x > 0, x, 0.01 * x)


def slope_as_divisor(x, *, slope=0.01):
    """You divided negative elements by the slope, as where a leak is written x/a with a = 100.

    Here the slope is a factor.
    y = slope · x where x < 0.
    """
    with np.errstate(all="ignore"):
        return np.where(x > 0, x, x / slope)


def constant_leak(x, *, slope=0.01):
    """You returned the slope itself for negative elements.

    Multiply it by x: the leak is a line, not a level.
    y = slope · x where x < 0.
    """
    return np.where(x > 0, x, np.where(x < 0, slope * np.ones_like(x), x))


def sign_lost(x, *, slope=0.01):
    """You multiplied the size of negative elements by the slope, so they come out positive.

    Multiply x itself.
    y = slope · x where x < 0, which is negative.
    """
    return np.where(x > 0, x, slope * np.abs(x))


def infinity_times_zero(x, *, slope=0.01):
    """You multiplied both branches by masks, and ∞ · 0 is NaN.

    Select instead of multiplying, with np.where.
    y = x where x > 0, ∞ included.
    """
    with np.errstate(invalid="ignore"):
        return x * (x > 0) + slope * x * (x <= 0)


def overwrites_its_input(x, *, slope=0.01):
    """You shrank the negative elements of x itself, so the caller's array is changed.

    Work on a copy, or build a new array: backward needs x again.
    y = x where x > 0, and slope · x elsewhere, with x left as it was.
    """
    x[x < 0] *= slope
    return x
