"""Arrays of random numbers, changed in place."""

import numpy as np

from ._shapes import check_tails

STD_OF_TRUNCATED = 0.87962566103423978  # of a standard normal cut at ±2


def normal(shape, std, tails, rng):
    """Normal numbers around 0; truncated ones keep the standard deviation."""
    check_tails(tails)
    if tails == "truncated":
        return truncated(shape, 0.0, std / STD_OF_TRUNCATED, rng)
    draws = rng.standard_normal(shape)
    draws *= std
    return draws


def truncated(shape, mean, std, rng):
    """Normal numbers, of which only those beyond two standard deviations are drawn again."""
    draws = rng.standard_normal(shape)
    flat = draws.reshape(-1) if shape else np.array([draws])
    beyond = np.flatnonzero(np.abs(flat) > 2)
    while beyond.size:
        again = rng.standard_normal(beyond.size)
        flat[beyond] = again
        beyond = beyond[np.abs(again) > 2]
    flat *= std
    flat += mean
    return flat.reshape(shape)


def uniform(shape, low, high, rng):
    """Numbers spread evenly from low to high."""
    draws = rng.random(shape)
    draws *= high - low
    draws += low
    return draws
