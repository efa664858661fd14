"""Dropout by a mask, however it is drawn: True where an element is kept."""

import numpy as np

LIMIT = -1.7580993408473766


def dropout(draw, x, *, rate, training=True, rng):
    """What is kept makes up for what is not."""
    if not training:
        return x.copy(), np.ones(x.shape, bool)
    mask = draw(x.shape, 1 - rate, rng)
    return np.where(mask, x / (1 - rate), 0).astype(x.dtype), mask


def alpha_dropout(draw, x, *, rate, training=True, rng):
    """What is dropped goes to selu's limit; then all is stretched and moved back."""
    if not training:
        return x.copy(), np.ones(x.shape, bool)
    mask = draw(x.shape, 1 - rate, rng)
    stretch = ((1 - rate) + LIMIT**2 * rate * (1 - rate)) ** -0.5
    return (np.where(mask, x, LIMIT) * stretch - stretch * rate * LIMIT).astype(x.dtype), mask


def monte_carlo_dropout(draw, x, w, b, *, rate, samples, rng):
    """Predictions are added up as they come, and their squares around the first."""
    first, total, squares = None, 0, 0
    for _ in range(samples):
        prediction = dropout(draw, x, rate=rate, rng=rng)[0] @ w + b
        first = prediction if first is None else first
        total, squares = total + (prediction - first), squares + (prediction - first) ** 2
    off = total / samples
    return first + off, np.sqrt(np.maximum(squares / samples - off**2, 0))
