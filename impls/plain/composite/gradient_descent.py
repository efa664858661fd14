"""Gradient descent of a linear model in plain Python."""

import numpy as np

from ..linear._checks import require_choice, require_matrix, require_rate, require_shape
from ..linear._rows import dot, quotient
from ._checks import require_counts


def gradient_descent(x, y, w, b, *, lr, batch_size, epochs, batch="mean"):
    """The weights are kept as one list a unit, turned once before and once after the whole training."""
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    require_shape("y", y, (len(x), w.shape[1]))
    require_rate("lr", lr)
    require_choice("batch", batch, ("mean", "sum"))
    require_counts(batch_size, epochs)
    rows = list(zip(x.tolist(), y.tolist(), strict=True))
    columns, biases = w.T.tolist(), b.tolist()
    losses = []
    for _ in range(epochs):
        for start in range(0, len(rows), batch_size):
            part = rows[start : start + batch_size]
            step = 2 * lr / (len(part) * len(biases) if batch == "mean" else 1)
            errors = [_errors(row, targets, columns, biases) for row, targets in part]
            for j, column in enumerate(columns):
                for (row, _), error in zip(part, errors, strict=True):
                    pull = step * error[j]
                    for k, value in enumerate(row):
                        column[k] -= pull * value
                    biases[j] -= pull
        squares = sum(e * e for row, targets in rows for e in _errors(row, targets, columns, biases))
        losses.append(quotient(squares, len(rows) * len(biases)))
    weights = np.array(columns, x.dtype).reshape(w.shape[::-1]).T
    return weights, np.array(biases, x.dtype), np.array(losses, x.dtype)


def _errors(row, targets, columns, biases):
    return [dot(row, column) + b - t for column, b, t in zip(columns, biases, targets, strict=True)]
