"""Dropout for self-normalizing networks, in plain Python."""

import math

import numpy as np

from ._checks import check_options

ALPHA = -1.7580993408473766  # −λα of selu: what it tends to for large negative inputs


def alpha_dropout(x, *, rate, training=True, rng):
    """One coin per element; those that fall share one value, worked out once."""
    check_options(rate, "inverted")
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    a = 1 / math.sqrt((1 - rate) * (1 + rate * ALPHA**2))
    b = -a * rate * ALPHA
    kept = [draw >= rate for draw in rng.random(x.size).tolist()]
    dropped = a * ALPHA + b
    y = [a * value + b if keep else dropped for value, keep in zip(x.ravel().tolist(), kept, strict=True)]
    return np.array(y, dtype=x.dtype).reshape(x.shape), np.array(kept, dtype=bool).reshape(x.shape)
