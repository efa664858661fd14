"""Normalizations by squares alone: the mean square of a row, the squares around a channel."""

import numpy as np


def rms_norm(how, x, gamma, *, eps=1e-5):
    """Row by row, by the root of the mean square."""
    return x / np.sqrt(how.mean(x**2, -1) + eps) * gamma


def rms_norm_backward(how, dy, x, gamma, *, eps=1e-5):
    """Back through each row's mean square."""
    root = np.sqrt(how.mean(x**2, -1) + eps)
    flow, normalized = dy * gamma, x / root
    dx = (flow - normalized * how.mean(flow * normalized, -1)) / root
    return dx, how.total(dy * normalized, axis=tuple(range(x.ndim - 1)))


def local_response_norm(how, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0):
    """Each value by a power of the squares around it."""
    return x / _response(how, x, size, alpha, k) ** beta


def local_response_norm_backward(how, dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0):
    """Through the value itself and through the windows it is in."""
    scale = _response(how, x, size, alpha, k)
    through = _windows(how, dy * x / scale ** (beta + 1), (size - 1) // 2, size // 2)
    return dy / scale**beta - 2 * alpha / size * beta * x * through


def _response(how, x, size, alpha, k):
    return k + alpha / size * _windows(how, x**2, size // 2, (size - 1) // 2)


def _windows(how, values, before, after):
    padded = np.pad(values, ((0, 0), (before, after), (0, 0), (0, 0)))
    return how.total(np.stack([padded[:, i : i + values.shape[1]] for i in range(before + 1 + after)]), axis=0)
