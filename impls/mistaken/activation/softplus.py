"""Mistakes people make in softplus: y = log(1 + eˣ)."""

import numpy as np

from ._logistic import logistic


def exponential_overflows(x):
    """You took log(1 + eˣ) as it stands: beyond 88 in float32, or 709 in float64, it is ∞.

    Write max(x, 0) + log(1 + e^(−|x|)).
    y = log(1 + eˣ), which is x for large x.
    """
    with np.errstate(all="ignore"):
        return np.log(1 + np.exp(x))


def linear_above_ten(x):
    """You returned x itself above a threshold, too early: at 10 the rest is still 4.5e-5.

    Write max(x, 0) + log(1 + e^(−|x|)), which needs no threshold.
    y = log(1 + eˣ) = x + log(1 + e⁻ˣ).
    """
    return np.where(x > 10, x, np.log(1 + np.exp(np.minimum(x, 10))))


def corner_of_relu(x):
    """You returned max(0, x): the logarithm that rounds the corner off is missing.

    Add log(1 + e^(−|x|)).
    y = log(1 + eˣ), which is log 2 at 0.
    """
    return np.maximum(x, 0)


def linear_part_forgotten(x):
    """You wrote log(1 + e^(−|x|)), which falls on both sides: the part that keeps it from overflowing is missing.

    Add max(x, 0).
    y = max(x, 0) + log(1 + e^(−|x|)).
    """
    return np.log(1 + np.exp(-np.abs(x)))


def falls(x):
    """You wrote log(1 + e⁻ˣ), which is the loss of a positive label.

    Mind the sign in the exponent.
    y = log(1 + eˣ), which rises.
    """
    return np.maximum(-x, 0) + np.log(1 + np.exp(-np.abs(x)))


def slope_instead(x):
    """You returned the sigmoid, which is the slope of softplus.

    Softplus is the integral of the sigmoid.
    y = log(1 + eˣ).
    """
    return logistic(x)


def binary_logarithm(x):
    """You took the logarithm to base 2, which makes the curve 1 at 0 and steeper by 1.44.

    Use the natural logarithm.
    y = ln(1 + eˣ), which is ln 2 at 0.
    """
    return (np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x)))) / np.log(2.0)


def overwrites_its_input(x):
    """You cut x off at 0 in place, so the caller's array is changed.

    Write max(x, 0) into a new array: backward needs x again.
    y = max(x, 0) + log(1 + e^(−|x|)), with x left as it was.
    """
    rest = np.log(1 + np.exp(-np.abs(x)))
    x[x < 0] = 0
    return x + rest
