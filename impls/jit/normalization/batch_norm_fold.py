"""Batch normalization folded into the layer before it, with numba."""

import numpy as np
from numba import njit

from ._layout import check, ready, units


def batch_norm_fold(w, b, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """One call does it all: for weights as few as these, starting a loop costs more than running it."""
    length = units(w)
    check(length, eps, b=b, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    kind = w.dtype
    unit = tuple(ready(array, kind) for array in (b, gamma, beta, running_mean, running_var))
    folded, bias = np.empty(w.shape, kind), np.empty(length, kind)
    # Dense weights are one row of units after another; a convolution's are one row after another of the same unit.
    rows, columns = w.shape if w.ndim == 2 else (length, w.size // max(length, 1))
    _fold(ready(w, kind).reshape(rows, columns), *unit, float(eps), w.ndim == 2, folded.reshape(rows, columns), bias)
    return folded, bias


@njit(cache=True, error_model="numpy")
def _fold(w, b, gamma, beta, mean, variance, eps, dense, folded, bias):
    scales = np.empty_like(gamma)
    for i in range(scales.size):
        scale = gamma[i] / np.sqrt(variance[i] + eps)
        scales[i] = scale
        bias[i] = (b[i] - mean[i]) * scale + beta[i]
    for r in range(w.shape[0]):
        source, target = w[r], folded[r]
        if dense:
            for i in range(source.size):
                target[i] = source[i] * scales[i]
        else:
            scale_of_row = scales[r]
            for i in range(source.size):
                target[i] = source[i] * scale_of_row
