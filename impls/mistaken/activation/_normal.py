"""The normal distribution, for mistakes that lie elsewhere."""

import numpy as np


def _tangent(x):
    steepness = np.sqrt(0.5 / np.arctan(np.ones_like(x)))
    return np.tanh(steepness * (x + 0.044715 * x**3)), steepness


def density(x, form="exact"):
    """φ(x), exp(−x²/2)/√(2π), or the derivative of what stands for Φ(x)."""
    if form == "tanh":
        t, steepness = _tangent(x)
        return (1 - t**2) / 2 * steepness * (1 + 3 * 0.044715 * x**2)
    return np.exp(-x * x / 2) / np.sqrt(8 * np.arctan(np.ones_like(x)))


def distribution(x, form="exact"):
    """Φ(x), the probability of a smaller number: ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …), or the tangent that is close to it."""
    if form == "tanh":
        return (1 + _tangent(x)[0]) / 2
    inside = np.minimum(np.maximum(x, -10), 10)
    total = np.ones_like(inside)
    for n in range(150, 0, -1):
        total = 1 + inside * inside / (2 * n + 1) * total
    return 0.5 + density(inside) * inside * total
