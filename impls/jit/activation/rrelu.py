"""The randomized leaky rectified linear unit, compiled."""

import numpy as np
from numba import njit

from ..dropout._kernels import FIRST, S27, S30, S31, SECOND, STEP
from ._checks import plain_memory
from ._slopes import require_bounds, require_slopes

UNIT = 2.0**-53
S11 = np.uint64(11)


def rrelu(x, *, lower=0.125, upper=1 / 3, training, rng):
    """Slopes come from a counter, inside the loop that uses them: nothing is drawn into memory first."""
    require_bounds(lower, upper)
    y, slopes = np.empty(x.shape, x.dtype), np.empty(x.shape, x.dtype)
    start, width = (lower, upper - lower) if training else ((lower + upper) / 2, 0.0)
    key = rng.integers(0, 2**64, dtype=np.uint64) if training else np.uint64(0)
    _rrelu(plain_memory(x).reshape(-1), key, float(start), float(width), y.reshape(-1), slopes.reshape(-1))
    return y, slopes


def rrelu_backward(dy, slopes):
    """One compiled loop."""
    require_slopes(slopes, dy)
    dx = np.empty(dy.shape, dy.dtype)
    _multiply(plain_memory(dy).reshape(-1), plain_memory(slopes).reshape(-1), dx.reshape(-1))
    return dx


@njit(cache=True, error_model="numpy")
def _rrelu(x, key, start, width, y, slopes):
    """Splitmix64 of the element's number; its upper 53 bits are the draw."""
    for i in range(x.size):
        z = key + np.uint64(i) * STEP
        z = (z ^ (z >> S30)) * FIRST
        z = (z ^ (z >> S27)) * SECOND
        z = z ^ (z >> S31)
        drawn = start + width * (np.float64(np.int64(z >> S11)) * UNIT)
        slopes[i] = drawn if x[i] < 0 else 1.0
        y[i] = slopes[i] * x[i]


@njit(cache=True, error_model="numpy")
def _multiply(dy, slopes, dx):
    for i in range(dy.size):
        dx[i] = dy[i] * slopes[i]
