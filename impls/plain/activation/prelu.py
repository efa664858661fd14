"""The parametric rectified linear unit in plain Python."""

import math

import numpy as np

from ._checks import require_same_shape
from ._slopes import require_learned_slope


def prelu(x, slope):
    """One comparison per element; the slope changes from run to run of elements, not from element to element."""
    require_learned_slope(slope, x)
    values, slopes, y = x.ravel().tolist(), slope.tolist(), []
    for channel, run in _runs(x, slopes):
        below = slopes[channel]
        y += [value if value > 0 else below * value for value in values[run]]
    return np.array(y, x.dtype).reshape(x.shape)


def prelu_backward(dy, x, slope):
    """One pass finds both gradients, run by run."""
    require_same_shape(dy, x)
    require_learned_slope(slope, x)
    gradients, values, slopes = dy.ravel().tolist(), x.ravel().tolist(), slope.tolist()
    dx, dslope = [], [0.0] * len(slopes)
    for channel, run in _runs(x, slopes):
        below, total = slopes[channel], 0.0
        for gradient, value in zip(gradients[run], values[run], strict=True):
            if value > 0:
                dx.append(gradient)
            else:
                dx.append(below * gradient)
                total += gradient * value
        dslope[channel] += total
    return np.array(dx, dy.dtype).reshape(x.shape), np.array(dslope, dy.dtype)


def _runs(x, slopes):
    """Yield the stretches of memory that share a slope, with its number."""
    length = x.size if len(slopes) == 1 else math.prod(x.shape[2:])
    for number, start in enumerate(range(0, x.size, length) if length else ()):
        yield number % len(slopes), slice(start, start + length)
