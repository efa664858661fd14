"""A logarithm that the compiler can vectorise: `math.log1p` is a call per element."""

import numpy as np
from numba import types
from numba.extending import overload

# For each type: its NumPy twin, and how many terms of the series leave less than a rounding error.
_KINDS = {types.float32: (np.float32, 8), types.float64: (np.float64, 17)}


def log1p(s):
    """log(1 + s) for 0 ≤ s ≤ 1, in s's own precision; NaN stays NaN. Where nothing is compiled it is NumPy's."""
    return np.log1p(s)


@overload(log1p)
def _log1p(s):
    """Sum 2t(1 + t²/3 + t⁴/5 + …) with t = s/(2 + s), which is at most ⅓."""
    real, terms = _KINDS[s]
    zero, two = real(0), real(2)
    series = tuple(real(2 / (2 * k + 1)) for k in range(terms - 1, -1, -1))

    def log1p_of(s):
        t = s / (two + s)
        square = t * t
        total = zero
        for coefficient in series:
            total = total * square + coefficient
        return t * total

    return log1p_of
