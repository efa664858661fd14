"""Gradient descent of a linear model, compiled."""

import numpy as np
from numba import njit

from ..linear._checks import require_choice, require_matrix, require_rate, require_shape
from ..linear._kernels import plain_memory
from ._checks import require_counts


def gradient_descent(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """The whole training is one compiled loop, so that a batch of one row costs no more than its arithmetic."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    require_shape("y", y, (len(x), w.shape[1]))
    require_rate("lr", lr)
    require_choice("batch", batch, ("mean", "sum"))
    require_counts(batch_size, epochs)
    w, b, losses = w.copy(), b.copy(), np.empty(epochs, x.dtype)
    _descend(plain_memory(x), plain_memory(y), w, b, float(lr), batch_size, batch == "mean", losses)
    return w, b, losses


@njit(cache=True, error_model="numpy")
def _descend(x, y, w, b, lr, batch_size, averages, losses):
    rows, inputs = x.shape
    errors = np.empty((min(batch_size, rows), b.size), x.dtype)
    for epoch in range(losses.size):
        for start in range(0, rows, batch_size):
            stop = min(start + batch_size, rows)
            for n in range(start, stop):
                _find_error(x[n], y[n], w, b, errors[n - start])
            step = x.dtype.type(2 * lr / ((stop - start) * b.size if averages else 1))
            for n in range(start, stop):
                for k in range(inputs):
                    _subtract(w[k], step * x[n, k], errors[n - start])
                _subtract(b, step, errors[n - start])
        total = 0.0
        for n in range(rows):
            _find_error(x[n], y[n], w, b, errors[0])
            for j in range(b.size):
                total += np.float64(errors[0, j]) ** 2
        losses[epoch] = total / (rows * b.size)


@njit(cache=True, error_model="numpy")
def _find_error(row, targets, w, b, error):
    for j in range(b.size):
        error[j] = b[j] - targets[j]
    for k in range(row.size):
        _subtract(error, -row[k], w[k])


@njit(cache=True, error_model="numpy")
def _subtract(target, factor, values):
    for j in range(values.size):
        target[j] -= factor * values[j]
