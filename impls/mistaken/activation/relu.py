"""Mistakes people make in relu: y = max(0, x)."""

import numpy as np


def zeroes_its_input(x):
    """You set the negative elements of x itself to 0, so the caller's array is changed.

    Work on a copy, or build a new array: the layer below still needs its own output.
    y = max(0, x), with x left as it was.
    """
    x[x < 0] = 0
    return x


def reduced_over_first_axis(x):
    """You wrote np.max(x, 0), which takes the largest element along axis 0, instead of comparing each one with 0.

    Use np.maximum(x, 0), the elementwise maximum.
    yᵢ = max(0, xᵢ), of x's shape.
    Wrong on every input.
    """
    return np.max(x, 0)


def nan_becomes_zero(x):
    """You kept only what is greater than 0, so a NaN silently becomes 0 and the fault that made it stays hidden.

    Let NaN through, as np.maximum(x, 0) does.
    y = max(0, x), and NaN for NaN.
    """
    return np.where(x > 0, x, np.zeros_like(x))


def infinity_times_zero(x):
    """You multiplied x by the mask x > 0, and −∞ · 0 is NaN.

    Select instead of multiplying: np.maximum(x, 0) or np.where.
    y = 0 for every x < 0, −∞ included.
    """
    with np.errstate(invalid="ignore"):
        return x * (x > 0)


def leaks(x):
    """You let a hundredth of the negative values through: that is leaky relu.

    Use slope 0 below zero.
    y = max(0, x), not max(0.01·x, x).
    """
    return np.where(x > 0, x, 0.01 * x)


def capped_at_six(x):
    """You cut the output at 6: that is relu6.

    Leave the positive side unbounded.
    y = max(0, x), not min(max(0, x), 6).
    """
    return np.minimum(np.maximum(x, 0), 6)


def absolute_value(x):
    """You dropped the sign of the negative values instead of the values.

    Negative values become 0.
    y = max(0, x), not |x|.
    """
    return np.abs(x)
