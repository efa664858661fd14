"""The logistic function of arrays, and the one exponential that cannot overflow."""

import numpy as np


def falling_exponential(x):
    """Return exp(−|x|) in a new array, with no other temporary."""
    small = np.asarray(np.abs(x))
    np.negative(small, out=small)
    np.exp(small, out=small)
    return small


def logistic(x):
    """One exponential and one quotient for both signs of x."""
    small = falling_exponential(x)
    y = np.where(x < 0, small, x.dtype.type(1))
    small += 1
    y /= small
    return y
