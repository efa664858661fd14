"""The delta rule in plain Python."""

import numpy as np

from ._checks import require_matrix, require_rate, require_shape
from ._rows import dot


def delta_rule_update(w, b, x, target, *, lr):
    """One unit at a time: its errors are found once, and serve its weights and its bias."""
    require_matrix(w=w, x=x)
    require_shape("x", x, (x.shape[0], w.shape[0]))
    require_shape("b", b, (w.shape[1],))
    require_shape("target", target, (x.shape[0], w.shape[1]))
    require_rate("lr", lr)
    rows, inputs = x.tolist(), x.T.tolist()
    units, biases = [], []
    for weights, bias, wanted in zip(w.T.tolist(), b.tolist(), target.T.tolist(), strict=True):
        errors = [t - (dot(row, weights) + bias) for row, t in zip(rows, wanted, strict=True)]
        units.append([weight + lr * dot(errors, column) for weight, column in zip(weights, inputs, strict=True)])
        biases.append(bias + lr * sum(errors))
    return np.array(units, w.dtype).reshape(w.shape[::-1]).T, np.array(biases, w.dtype)
