"""Exponentials and logarithms as a C library has them: the range is reduced, and a series does the rest."""

import math

import _curves
import _entropies
import _softmaxes
import numpy as np
from _how import How, carried_out

# ln 2 in two parts, the first so short that its multiples are exact.
PARTS = {
    np.dtype(np.float32): (np.float32(355 / 512), np.float32(math.log(2) - 355 / 512)),
    np.dtype(np.float64): (math.floor(math.log(2) * 2**32) / 2**32, 1.9082149292705877e-10),
}


def _exp(x):
    """2ⁿ·eʳ, where r is at most half of ln 2."""
    x = np.asarray(x)
    first, second = PARTS[x.dtype]
    with np.errstate(invalid="ignore", over="ignore", under="ignore"):
        near = np.clip(x, -2000, 2000)
        n = np.rint(near / math.log(2))
        rest = (near - n * first) - n * second
        series = np.ones_like(rest)
        for k in range(14, 0, -1):
            series = 1 + series * rest / k
        return np.ldexp(series, np.where(np.isnan(n), 0, n).astype(int)).astype(x.dtype)


def _log(x):
    """The exponent by ln 2, and the mantissa by the series of the inverse hyperbolic tangent."""
    x = np.asarray(x)
    first, second = PARTS[x.dtype]
    mantissa, n = np.frexp(x)
    low = mantissa < math.sqrt(0.5)
    mantissa, n = np.where(low, 2 * mantissa, mantissa), n - low
    with np.errstate(invalid="ignore"):
        z = (mantissa - 1) / (mantissa + 1)
        square, series = z * z, np.zeros_like(z)
        for k in range(25, 0, -2):
            series = series * square + 1 / k
        result = (n * first + (n * second + 2 * z * series)).astype(x.dtype)
    return np.where(x == 0, -np.inf, np.where(np.isinf(x), x, result)).astype(x.dtype)


globals().update(carried_out(How(exp=_exp, log=_log), _curves, _entropies, _softmaxes))
