"""Mistakes about coin."""

import numpy as np


def chance_reversed(x, *, chance, rng):
    """You dropped with the chance of keeping.

    Keep where the draw is below `chance`.
    """
    mask = rng.random(x.shape) >= chance
    return np.where(mask, x / 3, 0).astype(x.dtype), mask


def one_row(x, *, chance, rng):
    """You drew one row for all.

    Draw an element each.
    """
    mask = np.broadcast_to(rng.random(x.shape[-1:]) < chance, x.shape).copy()
    return np.where(mask, x / 3, 0).astype(x.dtype), mask
