"""Mistakes in instance normalization."""

import numpy as np

from . import _moments as inn
from ._steps import affine, moments


def unbiased_variance(x, gamma, beta, *, eps=1e-5):
    """You divided the squares by n − 1.

    The variance is the biased one, divided by the number of values of a plane. Yours is right only where all values of a
    plane are equal.

        σ² = Σ(x − µ)² / n
    """
    mean, var = inn.unbiased(x, (2, 3))
    return affine(((x - mean) / np.sqrt(var + eps)), gamma, beta)


def epsilon_outside_root(x, gamma, beta, *, eps=1e-5):
    """You added ε to the standard deviation, after the root.

    Add it to the variance, inside the root. The two agree only when ε is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    mean, var = moments(x, (2, 3))
    return affine(((x - mean) / (np.sqrt(var) + eps)), gamma, beta)


def epsilon_forgotten(x, gamma, beta, *, eps=1e-5):
    """You left ε out.

    Add it to the variance, or a plane whose values are all equal divides 0 by 0. Yours is right only when ε is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    normalized, _ = inn.standardize(x, (2, 3), 0)
    return affine(normalized, gamma, beta)


def root_forgotten(x, gamma, beta, *, eps=1e-5):
    """You divided by the variance, without its root.

    Divide by the standard deviation. Yours is right only where σ² + ε is 1, and where all values of a plane are equal.

        x̂ = (x − µ) / √(σ² + ε)
    """
    mean, var = moments(x, (2, 3))
    return affine(((x - mean) / (var + eps)), gamma, beta)


def variance_from_squares(x, gamma, beta, *, eps=1e-5):
    """You found the variance as the mean of squares minus the square of the mean.

    The two nearly cancel when the mean is large, and what is left is rounding error; Flax does so by default. Average
    the squared distances from the mean. Yours is right when the mean is small.

        σ² = Σ(x − µ)² / n
    """
    mean, _ = moments(x, (2, 3))
    var = np.maximum(moments(x**2, (2, 3))[0] - mean**2, 0)
    return affine(((x - mean) / np.sqrt(var + eps)), gamma, beta)


def squares_for_the_variance(x, gamma, beta, *, eps=1e-5):
    """You divided by the root of the mean square, without subtracting the mean first.

    The variance is the mean of squared distances from the mean. Yours is right only where the mean is 0.

        σ² = Σ(x − µ)² / n
    """
    mean, _ = moments(x, (2, 3))
    square, _ = moments(x**2, (2, 3))
    return affine(((x - mean) / np.sqrt(square + eps)), gamma, beta)


def mean_not_subtracted(x, gamma, beta, *, eps=1e-5):
    """You divided by the deviation without subtracting the mean.

    Subtract the mean of the plane first. Yours is right only where it is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    _, var = moments(x, (2, 3))
    return affine((x / np.sqrt(var + eps)), gamma, beta)


def shifted_before_scaling(x, gamma, beta, *, eps=1e-5):
    """You added β before multiplying by γ.

    Scale first, then shift. Yours is right only where γ is 1 or β is 0.

        y = γ·x̂ + β
    """
    normalized, _ = inn.standardize(x, (2, 3), eps)
    return affine(normalized, gamma, beta * gamma)


def scale_and_shift_forgotten(x, gamma, beta, *, eps=1e-5):
    """You returned the normalized values without γ and β.

    Scale and shift them. Yours is right only while γ is 1 and β is 0, as at the start of training.

        y = γ·x̂ + β
    """
    normalized, _ = inn.standardize(x, (2, 3), eps)
    return normalized


def statistics_over_the_batch_too(x, gamma, beta, *, eps=1e-5):
    """You averaged over the images as well.

    That is batch normalization. Each image is normalized by itself. A single image comes out right.

        µ_nc = Σ_{h,w} x / (H·W)
    """
    normalized, _ = inn.standardize(x, (0, 2, 3), eps)
    return affine(normalized, gamma, beta)


def statistics_over_all_channels(x, gamma, beta, *, eps=1e-5):
    """You averaged over the channels as well.

    Each channel has its own mean and variance. A single channel comes out right.

        µ_nc = Σ_{h,w} x / (H·W)
    """
    normalized, _ = inn.standardize(x, (1, 2, 3), eps)
    return affine(normalized, gamma, beta)


def statistics_per_row(x, gamma, beta, *, eps=1e-5):
    """You averaged along the rows of the images.

    All positions of a channel share one mean and one variance. Images of one row come out right.

        µ_nc = Σ_{h,w} x / (H·W)
    """
    normalized, _ = inn.standardize(x, (3,), eps)
    return affine(normalized, gamma, beta)


def parameters_along_the_width(x, gamma, beta, *, eps=1e-5):
    """You multiplied by γ and added β as they are, which NumPy lays along the last axis, the width of an image.

    Reshape them to (1, C, 1, 1) first. An image as wide as it has channels comes out wrong without an error, others fail;
    a single channel comes out right.

        y_nchw = γ_c·x̂_nchw + β_c
    """
    normalized, _ = inn.standardize(x, (2, 3), eps)
    return normalized * gamma + beta
