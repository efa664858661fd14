"""Gradient descent of a linear model in NumPy."""

import math

import numpy as np

from ..linear._checks import require_choice, require_matrix, require_rate, require_shape
from ._checks import require_counts


def gradient_descent(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """Two products by BLAS for each batch, with the step folded into the errors; w and b are updated in place."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    require_shape("y", y, (len(x), w.shape[1]))
    require_rate("lr", lr)
    require_choice("batch", batch, ("mean", "sum"))
    require_counts(batch_size, epochs)
    w, b, losses = w.copy(), b.copy(), np.empty(epochs, x.dtype)
    for epoch in range(epochs):
        for start in range(0, len(x), batch_size):
            part = x[start : start + batch_size]
            errors = _errors(part, y[start : start + batch_size], w, b)
            errors *= 2 * lr / (errors.size if batch == "mean" else 1)
            w -= part.T @ errors
            b -= errors.sum(axis=0)
        errors = _errors(x, y, w, b).reshape(-1)
        losses[epoch] = errors @ errors / errors.size if errors.size else math.nan
    return w, b, losses


def _errors(x, y, w, b):
    errors = x @ w
    errors += b
    errors -= y
    return errors
