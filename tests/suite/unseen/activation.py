"""Mistakes in activations that impls/mistaken does not list."""

import numpy as np


def gelu__cube_outside_the_bracket(x, *, form="exact"):
    """You used the tanh approximation whatever `form` said, and √(2/π) multiplies only x there, not the cubic term."""
    return x / 2 * (1 + np.tanh(0.7978845608028654 * x + 0.044715 * x**3))


def leaky_relu__zero_slope_read_as_missing(x, *, slope=0.01):
    """You wrote `slope or 0.01`, so a slope of 0 becomes 0.01."""
    slope = slope or 0.01
    return np.where(x > 0, x, slope * np.minimum(x, 0))


def log_softmax__middle_axis_taken_for_the_first(x, *, axis=-1):
    """You took every axis that is not the last one for axis 0, as if there were never more than two."""
    axis = -1 if axis in (-1, x.ndim - 1) else 0
    with np.errstate(invalid="ignore"):
        z = x - np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    return z - np.log(np.sum(np.exp(z), axis=axis, keepdims=True))


def softplus__nothing_below_minus_ten(x):
    """You returned 0 below −10, where the curve still is 4.5e-5 high."""
    y = np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))
    return np.where(x < -10, np.zeros_like(y), y)


def prelu_backward__shared_slope_averaged_over_channels(dy, x, slope):
    """You divided the gradient of a slope that all channels share by the number of channels; it is their sum."""
    shape = (-1,) + (1,) * max(x.ndim - 2, 0) if x.ndim > 1 else (1,) * x.ndim
    dx = np.where(x > 0, dy, np.reshape(slope, shape) * dy)
    pulls = dy * np.minimum(x, 0)
    if len(slope) == 1:
        channels = max(x.shape[1], 1) if x.ndim > 1 else 1
        return dx, np.reshape(np.sum(pulls) / channels, 1)
    return dx, np.sum(pulls, axis=(0, *range(2, x.ndim)))
