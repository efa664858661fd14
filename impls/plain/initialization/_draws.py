"""Lists of random numbers, and arrays made of lists."""

import math

import numpy as np

from ._shapes import check_tails

STD_OF_TRUNCATED = 0.87962566103423978  # of a standard normal cut at ±2


def normal(shape, std, tails, rng):
    """Normal numbers around 0; truncated ones are drawn again until they lie within two standard deviations."""
    check_tails(tails)
    count = math.prod(shape)
    draws = rng.standard_normal(count).tolist()
    if tails == "truncated":
        draws = [draw for draw in draws if abs(draw) <= 2]
        while len(draws) < count:
            more = rng.standard_normal(count - len(draws)).tolist()
            draws += [draw for draw in more if abs(draw) <= 2]
        std /= STD_OF_TRUNCATED
    return array([std * draw for draw in draws], shape)


def uniform(shape, low, high, rng):
    """Numbers spread evenly from low to high."""
    width = high - low
    return array([low + width * draw for draw in rng.random(math.prod(shape)).tolist()], shape)


def array(values, shape):
    """The list as an array of the given shape."""
    return np.array(values, dtype=np.float64).reshape(shape)
