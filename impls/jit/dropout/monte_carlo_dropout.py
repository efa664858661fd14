"""Dropout when predicting, with numba."""

import math

import numpy as np
from numba import njit

from ..linear._checks import require_matrix, require_shape
from ..linear._kernels import plain_memory
from . import _kernels
from ._checks import check_options, check_samples


def monte_carlo_dropout(x, w, b, *, rate, samples, rng):
    """Masks are tossed and applied in one pass, BLAS multiplies, and one loop finds mean and spread of each unit."""
    check_options(rate, "inverted")
    check_samples(samples)
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    x, w, b = plain_memory(x), plain_memory(w), plain_memory(b)
    kept, mask = np.empty(x.shape, x.dtype), np.empty(x.size, dtype=bool)
    threshold, scale = np.uint64(min(round(rate * 2**32), 2**32 - 1)), x.dtype.type(1 - rate)
    predictions = np.empty((samples, len(x), len(b)), x.dtype)
    for prediction, key in zip(predictions, rng.integers(0, 2**64, samples, dtype=np.uint64), strict=True):
        _kernels.toss_and_select(x.reshape(-1), key, threshold, scale, kept.reshape(-1), mask)
        np.matmul(kept, w, out=prediction)
    mean, std = np.empty(predictions.shape[1:], x.dtype), np.empty(predictions.shape[1:], x.dtype)
    _mean_and_std(predictions, b, mean, std)
    return mean, std


@njit(cache=True, error_model="numpy")
def _mean_and_std(predictions, b, mean, std):
    samples, rows, units = predictions.shape
    centre, spread = np.empty(units), np.empty(units)
    for n in range(rows):
        centre[:] = 0
        spread[:] = 0
        for s in range(samples):
            for j in range(units):
                centre[j] += predictions[s, n, j]
        for j in range(units):
            centre[j] /= samples
        for s in range(samples):
            for j in range(units):
                spread[j] += (predictions[s, n, j] - centre[j]) ** 2
        for j in range(units):
            mean[n, j] = centre[j] + b[j]
            std[n, j] = math.sqrt(spread[j] / samples)
