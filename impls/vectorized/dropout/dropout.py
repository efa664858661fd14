"""Dropout with NumPy."""

import numpy as np

from ._checks import check_mask, check_options


def dropout(x, *, rate, training=True, rng, scaling="inverted"):
    """Single-precision coins, one comparison, and one pass that writes only the survivors."""
    check_options(rate, scaling)
    if not training:
        return x.copy() if scaling == "inverted" else x * (1 - rate), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape, dtype=np.float32) >= rate
    return _survivors(x, mask, rate, scaling), mask


def dropout_backward(dy, mask, *, rate, scaling="inverted"):
    """One pass that writes only the survivors."""
    check_options(rate, scaling)
    check_mask(mask, dy)
    return _survivors(dy, mask, rate, scaling)


def _survivors(x, mask, rate, scaling):
    # Multiplying by the mask is quicker than selecting with it, but makes a NaN of a dropped infinity.
    y = np.zeros(x.shape, dtype=x.dtype)
    if scaling == "inverted":
        np.divide(x, x.dtype.type(1 - rate), out=y, where=mask)
    else:
        np.copyto(y, x, where=mask)
    return y
