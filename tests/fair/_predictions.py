"""Predictions that are drawn, apart from the rest because many of them are judged."""

import numpy as np


def monte_carlo_dropout(how, x, w, b, *, rate, samples, rng):
    """Several predictions, then their mean and spread."""
    masks = rng.random((samples, *x.shape)) >= rate
    predictions = np.stack([how.product(np.where(mask, x / (1 - rate), 0).astype(x.dtype), w) + b for mask in masks])
    mean, var = how.statistics(how, predictions, 0)
    return mean[0], np.sqrt(var[0])
