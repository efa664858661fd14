"""Special functions that NumPy lacks, in whatever precision their argument has."""

from typing import Any

import numpy as np


def erf(x: Any) -> Any:
    """The error function, 2/√π · ∫₀ˣ exp(−t²) dt, element by element.

    Computed as 2/√π · exp(−x²) · Σ 2ⁿ·x²ⁿ⁺¹ / (2n + 1)!!, whose terms all have one sign, so that nothing cancels; ±1
    where the next number of the precision is further away than the truth. Odd; NaN stays NaN.

    Args:
        x: an array of any floating type and shape.

    Returns:
        An array of x's type and shape.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, equation 7.1.6.
    """
    # What an array of another kind does around a NumPy function, such as to round its result once, it does here too.
    if type(x) is not np.ndarray and hasattr(type(x), "__array_function__"):
        return x.__array_function__(erf, (type(x),), (x,), {})
    x = np.asarray(x)
    # 1 − erf x is below exp(−x²).
    farthest = np.sqrt(np.log(4 / np.finfo(x.dtype).eps))
    outside = np.abs(x) > farthest
    inside = np.where(outside, np.zeros_like(x), x)
    square = inside**2
    total = np.ones_like(x)
    # With 3·x² terms, those left out are below the precision of the sum.
    for n in range(int(3 * farthest**2), 0, -1):
        total = 1 + 2 * square / (2 * n + 1) * total
    return np.where(outside, np.sign(x), 2 / np.sqrt(pi_like(x)) * np.exp(-square) * inside * total)


def pi_like(x: Any) -> Any:
    """π in the precision of x, which np.pi has not: four times the arc tangent of 1, in x's shape."""
    return 4 * np.arctan(np.ones_like(x))
