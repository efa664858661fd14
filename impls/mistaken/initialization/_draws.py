"""Right fans and right draws, for mistakes to get the rest wrong."""

import numpy as np


def area(shape):
    """The number of positions of a convolution's kernel; 1 for dense weights."""
    positions = 1
    for size in shape[2:]:
        positions *= size
    return positions


def fans(shape):
    """fan_in and fan_out; 1 in place of 0, which only an array without elements has."""
    if len(shape) == 2:
        return max(shape[0], 1), max(shape[1], 1)
    return max(shape[1] * area(shape), 1), max(shape[0] * area(shape), 1)


def fans_without_kernel(shape):
    """The fans of a kernel of one position."""
    return fans(shape) if len(shape) == 2 else fans(shape[:2][::-1])


def fans_of_flat_kernels(shape):
    """The fans of a kernel that has two axes at most."""
    return fans(shape[:4])


def fans_of_channels_last(shape):
    """The fans if the shape were (*kernel, in, out)."""
    positions = 1
    for size in shape[:-2]:
        positions *= size
    return max(positions * shape[-2], 1), max(positions * shape[-1], 1)


def chosen(both, fan):
    """fan_in, fan_out or the average of both."""
    fan_in, fan_out = both
    return {"in": fan_in, "out": fan_out, "average": (fan_in + fan_out) / 2}[fan]


def normal(shape, std, rng):
    """Normal draws around 0."""
    return std * rng.standard_normal(shape)


def uniform(shape, limit, rng):
    """Uniform draws between −limit and limit."""
    return limit * (2 * rng.random(shape) - 1)


def truncated(shape, std, rng):
    """Normal draws, redrawn until within two standard deviations, and not rescaled."""
    draws = rng.standard_normal(shape)
    while np.any(np.abs(draws) > 2):
        draws = np.where(np.abs(draws) > 2, rng.standard_normal(shape), draws)
    return std * draws


def one_row(draw, shape, scale, rng):
    """The draws of one row, repeated for all others."""
    return np.copy(np.broadcast_to(draw(shape[-1:], scale, rng), shape))
