"""The randomized leaky rectified linear unit in NumPy."""

import numpy as np

from ._slopes import require_bounds, require_slopes


def rrelu(x, *, lower=0.125, upper=1 / 3, training, rng):
    """Draws in x's own precision, stretched in place, over which the slopes of 1 are copied."""
    require_bounds(lower, upper)
    if training:
        slopes = np.asarray(rng.random(x.shape, dtype=x.dtype))
        slopes *= upper - lower
        slopes += lower
    else:
        slopes = np.full(x.shape, (lower + upper) / 2, x.dtype)
    np.copyto(slopes, 1, where=~(x < 0))
    return np.asarray(slopes * x), slopes


def rrelu_backward(dy, slopes):
    """One product."""
    require_slopes(slopes, dy)
    return np.asarray(slopes * dy)
