"""Mistakes in layer normalization."""

import numpy as np

from . import _moments as ln
from ._steps import moments


def unbiased_variance(x, gamma, beta, *, eps=1e-5):
    """You divided the squares by n − 1.

    The variance is the biased one, divided by the number of values of a row. Yours is right only where all values of a
    row are equal.

        σ² = Σ(x − µ)² / n
    """
    axis = (x.ndim - 1,)
    mean, var = ln.unbiased(x, axis)
    return ((x - mean) / np.sqrt(var + eps)) * gamma + beta


def epsilon_outside_root(x, gamma, beta, *, eps=1e-5):
    """You added ε to the standard deviation, after the root.

    Add it to the variance, inside the root. The two agree only when ε is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    axis = (x.ndim - 1,)
    mean, var = moments(x, axis)
    return ((x - mean) / (np.sqrt(var) + eps)) * gamma + beta


def epsilon_forgotten(x, gamma, beta, *, eps=1e-5):
    """You left ε out.

    Add it to the variance, or a row whose values are all equal divides 0 by 0. Yours is right only when ε is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    axis = (x.ndim - 1,)
    normalized, _ = ln.standardize(x, axis, 0)
    return normalized * gamma + beta


def root_forgotten(x, gamma, beta, *, eps=1e-5):
    """You divided by the variance, without its root.

    Divide by the standard deviation. Yours is right only where σ² + ε is 1, and where all values of a row are equal.

        x̂ = (x − µ) / √(σ² + ε)
    """
    axis = (x.ndim - 1,)
    mean, var = moments(x, axis)
    return ((x - mean) / (var + eps)) * gamma + beta


def variance_from_squares(x, gamma, beta, *, eps=1e-5):
    """You found the variance as the mean of squares minus the square of the mean.

    The two nearly cancel when the mean is large, and what is left is rounding error; Flax does so by default. Average
    the squared distances from the mean. Yours is right when the mean is small.

        σ² = Σ(x − µ)² / n
    """
    axis = (x.ndim - 1,)
    mean, _ = moments(x, axis)
    var = np.maximum(moments(x**2, axis)[0] - mean**2, 0)
    return ((x - mean) / np.sqrt(var + eps)) * gamma + beta


def squares_for_the_variance(x, gamma, beta, *, eps=1e-5):
    """You divided by the root of the mean square, without subtracting the mean first.

    The variance is the mean of squared distances from the mean. Yours is right only where the mean is 0.

        σ² = Σ(x − µ)² / n
    """
    axis = (x.ndim - 1,)
    mean, _ = moments(x, axis)
    square, _ = moments(x**2, axis)
    return ((x - mean) / np.sqrt(square + eps)) * gamma + beta


def mean_not_subtracted(x, gamma, beta, *, eps=1e-5):
    """You divided by the deviation without subtracting the mean.

    Subtract the mean of the row first. Yours is right only where it is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    axis = (x.ndim - 1,)
    _, var = moments(x, axis)
    return (x / np.sqrt(var + eps)) * gamma + beta


def shifted_before_scaling(x, gamma, beta, *, eps=1e-5):
    """You added β before multiplying by γ.

    Scale first, then shift. Yours is right only where γ is 1 or β is 0.

        y = γ·x̂ + β
    """
    axis = (x.ndim - 1,)
    normalized, _ = ln.standardize(x, axis, eps)
    return (normalized + beta) * gamma


def scale_and_shift_forgotten(x, gamma, beta, *, eps=1e-5):
    """You returned the normalized values without γ and β.

    Scale and shift them. Yours is right only while γ is 1 and β is 0, as at the start of training.

        y = γ·x̂ + β
    """
    axis = (x.ndim - 1,)
    normalized, _ = ln.standardize(x, axis, eps)
    return normalized


def statistics_over_the_batch(x, gamma, beta, *, eps=1e-5):
    """You averaged over the examples, element by element.

    That is batch normalization. Average along the last axis: each row by itself. Yours is right only where everything is
    equal.

        µ = Σ over the last axis of x / D
    """
    normalized, _ = ln.standardize(x, (0,), eps)
    return normalized * gamma + beta


def statistics_of_everything(x, gamma, beta, *, eps=1e-5):
    """You averaged over everything: x.mean() without an axis.

    Each row has its own mean and variance. A single row comes out right.

        µ = Σ over the last axis of x / D
    """
    normalized, _ = ln.standardize(x, tuple(range(x.ndim)), eps)
    return normalized * gamma + beta


def statistics_per_example(x, gamma, beta, *, eps=1e-5):
    """You averaged over all axes but the first.

    Only the last axis is averaged: each word of a sentence has its own mean and variance. Rows of (N, D) come out right.

        µ = Σ over the last axis of x / D
    """
    normalized, _ = ln.standardize(x, tuple(range(1, x.ndim)), eps)
    return normalized * gamma + beta
