"""The randomized leaky rectified linear unit in plain Python."""

import numpy as np

from ._slopes import require_bounds, require_slopes


def rrelu(x, *, lower=0.125, upper=1 / 3, training, rng):
    """One comparison per element, and a draw only where the element is negative."""
    require_bounds(lower, upper)
    values = x.ravel().tolist()
    middle, width = (lower + upper) / 2, upper - lower
    draws = iter(rng.random(sum(value < 0 for value in values)).tolist() if training else ())
    slopes = [(lower + width * next(draws) if training else middle) if value < 0 else 1.0 for value in values]
    y = [slope * value for slope, value in zip(slopes, values, strict=True)]
    return np.array(y, x.dtype).reshape(x.shape), np.array(slopes, x.dtype).reshape(x.shape)


def rrelu_backward(dy, slopes):
    """One product per element: the slope of 1 lets gradients through as they are."""
    require_slopes(slopes, dy)
    pairs = zip(dy.ravel().tolist(), slopes.ravel().tolist(), strict=True)
    return np.array([gradient * slope for gradient, slope in pairs], dy.dtype).reshape(dy.shape)
