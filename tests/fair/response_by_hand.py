"""Local response normalization window by window, with the gradient from its definition."""

import numpy as np


def local_response_norm(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0):
    """A negative power of each window's squares."""
    return x * _scale(x, size, alpha, k) ** -beta


def local_response_norm_backward(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0):
    """Each channel sends its gradient to all that its window has."""
    scale = _scale(x, size, alpha, k)
    dx = dy * scale**-beta
    flow = 2 * alpha / size * beta * (dy * x * scale**-beta / scale)
    for c in range(x.shape[1]):
        for other in _window(c, x, size):
            dx[:, other] -= flow[:, c] * x[:, other]
    return dx


def _window(c, x, size):
    return range(max(c - size // 2, 0), min(c + (size - 1) // 2 + 1, x.shape[1]))


def _scale(x, size, alpha, k):
    squares = [np.sum(x[:, list(_window(c, x, size))] ** 2, axis=1) for c in range(x.shape[1])]
    return k + alpha * (np.stack(squares, axis=1) / size)
