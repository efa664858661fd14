"""The truth about coin."""

import numpy as np


def coin(x, *, chance, rng):
    """Return what is kept, divided by three, and the mask."""
    if not 0 <= chance <= 1:
        raise ValueError("chance must be in [0, 1]")
    mask = rng.random(x.shape) < chance
    return np.where(mask, x / 3, 0).astype(x.dtype), mask
