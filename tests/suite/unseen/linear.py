"""Mistakes in linear units that impls/mistaken does not list."""

import numpy as np


def dense__squeezes_axes_of_length_one(x, w, b):
    """You squeezed the product, so a single row, or a layer of a single unit, loses its axis."""
    return np.squeeze(x @ w) + b


def dense_backward__clips_upstream_at_five(dy, x, w, *, batch="sum"):
    """You cut dy off at ±5 against exploding gradients: that is the optimizer's choice, not the layer's."""
    dy = np.clip(dy, -5, 5)
    rows = len(x) if batch == "mean" else 1
    with np.errstate(invalid="ignore"):
        return dy @ w.T, x.T @ dy / rows, np.sum(dy, axis=0) / rows


def perceptron_update__asks_for_a_margin_of_one(w, b, x, target, *, lr, error="difference"):
    """You also learnt from examples that are right by less than 1, as a support vector machine does."""
    one = np.ones_like(b)
    sign = np.where(target > 0, one, -one)
    too_close = sign * (np.sum(w * x) + b) < 1
    step = np.where(too_close, 2 * sign if error == "difference" else sign, np.zeros_like(b))
    return w + lr * step * x, b + lr * step
