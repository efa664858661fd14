"""The normal distribution, for mistakes that lie elsewhere."""

import numpy as np


def density(x):
    """φ(x), exp(−x²/2)/√(2π)."""
    return np.exp(-x * x / 2) / np.sqrt(8 * np.arctan(np.ones_like(x)))


def distribution(x):
    """Φ(x), the probability of a smaller number: ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …)."""
    inside = np.minimum(np.maximum(x, -10), 10)
    total = np.ones_like(inside)
    for n in range(150, 0, -1):
        total = 1 + inside * inside / (2 * n + 1) * total
    return 0.5 + density(inside) * inside * total
