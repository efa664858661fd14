"""Initializers made of standard normal numbers and of numbers between 0 and 1, however those are drawn."""

import math

import numpy as np

STD_OF_TRUNCATED = 0.87962566103423978


def normal_init(draw, shape, *, mean=0.0, std=1.0, rng):
    """Stretched and moved."""
    return mean + std * draw.normal(shape, rng)


def xavier_normal_init(draw, shape, *, rng):
    """By the mean of both fans."""
    return math.sqrt(2 / sum(_fans(shape))) * draw.normal(shape, rng)


def he_normal_init(draw, shape, *, rng):
    """Twice the variance."""
    return draw.normal(shape, rng) * math.sqrt(2) / math.sqrt(_fans(shape)[0])


def lecun_normal_init(draw, shape, *, rng):
    """By the connections into a unit."""
    return draw.normal(shape, rng) / math.sqrt(_fans(shape)[0])


def truncated_normal_init(draw, shape, *, mean=0.0, std=1.0, rng):
    """As long as some are beyond two standard deviations, those are drawn anew."""
    numbers = draw.normal((math.prod(shape),), rng)
    beyond = np.flatnonzero(np.abs(numbers) > 2)
    while beyond.size:
        numbers[beyond] = draw.normal(beyond.shape, rng)
        beyond = beyond[np.abs(numbers[beyond]) > 2]
    return mean + std * numbers.reshape(shape)


def orthogonal_init(draw, shape, *, gain=1.0, rng):
    """Normal draws, made orthonormal."""
    rows, columns = shape[0], math.prod(shape[1:])
    numbers = draw.normal((max(rows, columns), min(rows, columns)), rng)
    q = draw.orthonormal(numbers)
    return gain * (q if rows >= columns else q.T).reshape(shape)


def uniform_init(draw, shape, *, low, high, rng):
    """From the lower to the upper end."""
    share = draw.uniform(shape, rng)
    return low + (high - low) * share


def xavier_uniform_init(draw, shape, *, rng):
    """Twice the limit wide."""
    return _around(draw, shape, 6 / sum(_fans(shape)), rng)


def he_uniform_init(draw, shape, *, rng):
    """Twice the variance."""
    return _around(draw, shape, 6 / _fans(shape)[0], rng)


def lecun_uniform_init(draw, shape, *, rng):
    """By the connections into a unit."""
    return _around(draw, shape, 3 / _fans(shape)[0], rng)


def _around(draw, shape, square, rng):
    limit = math.sqrt(square)
    return uniform_init(draw, shape, low=-limit, high=limit, rng=rng)


def _fans(shape):
    """Return the connections into and out of a unit; a layer without any has no weights either."""
    if len(shape) < 2:
        raise ValueError("a shape of fewer than two sizes has no fans")
    area = math.prod(shape[2:])
    fans = shape if len(shape) == 2 else (shape[1] * area, shape[0] * area)
    return tuple(max(fan, 1) for fan in fans)
