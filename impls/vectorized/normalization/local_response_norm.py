"""Local response normalization with NumPy."""

import numpy as np

from ._layout import check_gradient
from ._response import read


def local_response_norm(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """One pass per channel of the window, over whole stacks of channels, added in place."""
    before, after, weight = read(x, size, alpha, beta, k, alpha_over)
    y = _power(_scales(x, before, after, weight, k), beta)
    return np.divide(x, y, out=y)


def local_response_norm_backward(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """The same passes again, over the window mirrored; the power is taken once."""
    before, after, weight = read(x, size, alpha, beta, k, alpha_over)
    check_gradient(dy, x)
    scales = _scales(x, before, after, weight, k)
    dx = _power(scales, beta)
    np.divide(dy, dx, out=dx)
    through = np.divide(dx, scales, out=scales)
    through *= x
    flow = _window_sums(through, after, before)
    flow *= x
    flow *= 2 * weight * beta
    dx -= flow
    return dx


def _scales(x, before, after, weight, k):
    scales = _window_sums(x * x, before, after)
    scales *= weight
    scales += k
    return scales


def _window_sums(values, before, after):
    sums = values.copy()
    channels = values.shape[1]
    for step in range(1, min(before, channels - 1) + 1):
        sums[:, step:] += values[:, :-step]
    for step in range(1, min(after, channels - 1) + 1):
        sums[:, :-step] += values[:, step:]
    return sums


def _power(scales, beta):
    """scales ** beta; roots are much faster than NumPy's power, and ¾ is nearly always asked for."""
    if beta != 0.75:
        return scales**beta
    root = np.sqrt(scales)
    power = np.sqrt(root)
    power *= root
    return power
