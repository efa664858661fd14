"""Dropout when predicting, with NumPy."""

import numpy as np

from ..linear._checks import require_matrix, require_shape
from ._checks import check_options, check_samples
from .dropout import dropout


def monte_carlo_dropout(x, w, b, *, rate, samples, rng):
    """One product by BLAS for each sample; the spread is taken in place, and the bias, which has none, is added last."""
    check_options(rate, "inverted")
    check_samples(samples)
    require_matrix(x=x, w=w)
    require_shape("w", w, (x.shape[1], w.shape[1]))
    require_shape("b", b, (w.shape[1],))
    predictions = np.empty((samples, len(x), w.shape[1]), x.dtype)
    for prediction in predictions:
        np.matmul(dropout(x, rate=rate, rng=rng)[0], w, out=prediction)
    mean = predictions.mean(axis=0)
    predictions -= mean
    predictions *= predictions
    std = predictions.mean(axis=0)
    np.sqrt(std, out=std)
    mean += b
    return mean, std
