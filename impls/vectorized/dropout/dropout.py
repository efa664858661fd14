"""Dropout with NumPy."""

import numpy as np

from ._checks import check_mask, check_options


def dropout(x, *, rate, training=True, rng, scaling="inverted"):
    """Single-precision coins, one comparison, one division and one product."""
    check_options(rate, scaling)
    if not training:
        return x.copy() if scaling == "inverted" else x * (1 - rate), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape, dtype=np.float32) >= rate
    return _survivors(x, mask, rate, scaling), mask


def dropout_backward(dy, mask, *, rate, scaling="inverted"):
    """One division and one product."""
    check_options(rate, scaling)
    check_mask(mask, dy)
    return _survivors(dy, mask, rate, scaling)


def _survivors(x, mask, rate, scaling):
    y = np.empty_like(x)
    np.divide(x, x.dtype.type(1 - rate if scaling == "inverted" else 1), out=y)
    # Selecting is five times slower than multiplying, but x·0 makes a NaN of a dropped infinity: multiply bits.
    bits = y.view(f"u{y.itemsize}")
    bits *= mask
    return y
