"""Mistakes people make in prelu: y = x where x > 0, and slope · x elsewhere, a slope for each channel."""

import numpy as np

from ._channels import along_channels


def slope_along_the_last_axis(x, slope):
    """You multiplied by the slopes as they are, which NumPy lines up with the last axis.

    Channels are axis 1: give the slopes the shape (C, 1, 1) for images. For rows, and for one slope, yours is right;
    where width and channels differ it does not even run.
    """
    return np.where(x > 0, x, np.reshape(slope, (1,) * x.ndim) * np.minimum(x, 0) if x.ndim < 2 else slope * x)


def first_slope_for_all(x, slope):
    """You used the first channel's slope for all channels.

    Each channel has a slope of its own. With one slope yours is right.
    y = slope[c] · x where x < 0.
    """
    return np.where(x > 0, x, slope[0] * np.minimum(x, 0))


def slope_on_the_positive_side(x, slope):
    """You multiplied the positive elements by the slope and kept the negative ones.

    The slope belongs to the negative side.
    y = x where x > 0, and slope · x elsewhere.
    """
    return np.where(x > 0, along_channels(slope, x) * np.maximum(x, 0), x)


def larger_of_the_two(x, slope):
    """You wrote max(x, slope · x), which is right only as long as the slope is at most 1: learning may lead above.

    Decide by the sign of x.
    y = x where x > 0, and slope · x elsewhere.
    """
    with np.errstate(invalid="ignore"):
        return np.maximum(x, along_channels(slope, x) * x)


def slope_kept_positive(x, slope):
    """You used the size of the slope, so that a slope below 0 does not bend upward.

    A learned slope may become negative; nothing holds it back.
    y = slope · x where x < 0.
    """
    return np.where(x > 0, x, np.abs(along_channels(slope, x)) * np.minimum(x, 0))


def sign_lost(x, slope):
    """You multiplied the size of negative elements by the slope, so they come out positive.

    Multiply x itself.
    y = slope · x where x < 0.
    """
    return np.where(x > 0, x, along_channels(slope, x) * np.abs(x))


def slope_not_learned(x, slope):
    """You always used a slope of 0.25, with which learning starts.

    Use the argument.
    y = slope · x where x < 0.
    """
    return np.where(x > 0, x, 0.25 * x)


def infinity_times_zero(x, slope):
    """You multiplied both branches by masks, and ∞ · 0 is NaN.

    Select instead of multiplying, with np.where.
    y = x where x > 0, ∞ included.
    """
    with np.errstate(invalid="ignore"):
        return x * (x > 0) + along_channels(slope, x) * x * (x <= 0)


def overwrites_its_input(x, slope):
    """You multiplied the negative elements of x itself, so the caller's array is changed.

    Work on a copy, or build a new array: backward needs x again.
    y = x where x > 0, and slope · x elsewhere, with x left as it was.
    """
    x[...] = np.where(x > 0, x, along_channels(slope, x) * np.minimum(x, 0))
    return x
