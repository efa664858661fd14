"""Lists of random numbers, and arrays made of lists."""

import math

import numpy as np

from ._shapes import check_tails

STD_OF_TRUNCATED = 0.87962566103423978  # of a standard normal cut at ±2


def normal(shape, std, tails, rng):
    """Normal numbers around 0; truncated ones keep the standard deviation."""
    check_tails(tails)
    if tails == "truncated":
        return truncated(shape, 0.0, std / STD_OF_TRUNCATED, rng)
    return array([std * draw for draw in rng.standard_normal(math.prod(shape)).tolist()], shape)


def truncated(shape, mean, std, rng):
    """Normal numbers, drawn again until they lie within two standard deviations."""
    count = math.prod(shape)
    draws = []
    while len(draws) < count:
        draws += [draw for draw in rng.standard_normal(count - len(draws)).tolist() if abs(draw) <= 2]
    return array([mean + std * draw for draw in draws], shape)


def uniform(shape, low, high, rng):
    """Numbers spread evenly from low to high."""
    width = high - low
    return array([low + width * draw for draw in rng.random(math.prod(shape)).tolist()], shape)


def array(values, shape):
    """The list as an array of the given shape."""
    return np.array(values, dtype=np.float64).reshape(shape)
