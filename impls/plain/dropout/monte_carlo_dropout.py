"""Dropout when predicting, in plain Python."""

import math

import numpy as np

from ..linear._checks import require_matrix, require_shape
from ._checks import check_options, check_samples


def monte_carlo_dropout(x, w, b, *, rate, samples, rng):
    """Each example is predicted so often before the next one's turn; inputs that are dropped are left out of the sums."""
    check_options(rate, "inverted")
    check_samples(samples)
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    inputs, units = w.shape
    columns, biases = w.T.tolist(), b.tolist()
    means, deviations = [], []
    for row in x.tolist():
        draws = iter(rng.random(samples * inputs).tolist())
        predictions = [[] for _ in range(units)]
        for _ in range(samples):
            kept = [value / (1 - rate) if draw >= rate else 0.0 for value, draw in zip(row, draws, strict=False)]
            for found, column, bias in zip(predictions, columns, biases, strict=True):
                found.append(sum(map(float.__mul__, kept, column)) + bias)
        centres = [sum(found) / samples for found in predictions]
        means.append(centres)
        deviations.append([_deviation(found, mean) for found, mean in zip(predictions, centres, strict=True)])
    shape = (len(x), units)
    return np.array(means, x.dtype).reshape(shape), np.array(deviations, x.dtype).reshape(shape)


def _deviation(values, mean):
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
