"""Arrays of random numbers, changed in place."""

import numpy as np

from ._shapes import check_tails

STD_OF_TRUNCATED = 0.87962566103423978  # of a standard normal cut at ±2


def normal(shape, std, tails, rng):
    """Normal numbers around 0; of truncated ones, only those beyond two standard deviations are drawn again."""
    check_tails(tails)
    draws = rng.standard_normal(shape)
    if tails == "truncated":
        flat = draws.reshape(-1)
        beyond = np.flatnonzero(np.abs(flat) > 2)
        while beyond.size:
            again = rng.standard_normal(beyond.size)
            flat[beyond] = again
            beyond = beyond[np.abs(again) > 2]
        std /= STD_OF_TRUNCATED
    draws *= std
    return draws


def uniform(shape, low, high, rng):
    """Numbers spread evenly from low to high."""
    draws = rng.random(shape)
    draws *= high - low
    draws += low
    return draws
