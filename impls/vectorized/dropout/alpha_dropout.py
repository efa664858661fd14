"""Dropout for self-normalizing networks, with NumPy."""

import math

import numpy as np

from ._checks import check_options

ALPHA = -1.7580993408473766  # −λα of selu: what it tends to for large negative inputs


def alpha_dropout(x, *, rate, training=True, rng):
    """Stretched and moved in one array, into which the dropped value is then copied."""
    check_options(rate, "inverted")
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    a = 1 / math.sqrt((1 - rate) * (1 + rate * ALPHA**2))
    b = -a * rate * ALPHA
    mask = rng.random(x.shape, dtype=np.float32) >= rate
    y = np.asarray(x * x.dtype.type(a))
    y += x.dtype.type(b)
    np.copyto(y, x.dtype.type(a * ALPHA + b), where=~mask)
    return y, mask
