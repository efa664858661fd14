"""Dropout in plain Python."""

import numpy as np

from ._checks import check_mask, check_options


def dropout(x, *, rate, training=True, rng, scaling="inverted"):
    """One coin per element, in a list."""
    check_options(rate, scaling)
    if training:
        kept = [draw >= rate for draw in rng.random(x.size).tolist()]
        scale = 1 - rate if scaling == "inverted" else 1.0
        y = [value / scale if keep else 0.0 for value, keep in zip(x.ravel().tolist(), kept, strict=True)]
    else:
        kept = [True] * x.size
        scale = 1.0 if scaling == "inverted" else 1 - rate
        y = [value * scale for value in x.ravel().tolist()]
    return np.array(y, dtype=x.dtype).reshape(x.shape), np.array(kept, dtype=bool).reshape(x.shape)


def dropout_backward(dy, mask, *, rate, scaling="inverted"):
    """The forward's coins, read again from the mask."""
    check_options(rate, scaling)
    check_mask(mask, dy)
    scale = 1 - rate if scaling == "inverted" else 1.0
    pairs = zip(dy.ravel().tolist(), mask.ravel().tolist(), strict=True)
    return np.array([value / scale if keep else 0.0 for value, keep in pairs], dtype=dy.dtype).reshape(dy.shape)
