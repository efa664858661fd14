"""Mistakes people make in mse_loss: the mean of (prediction − target)² over all elements."""

import numpy as np


def divided_by_rows(prediction, target):
    """You divided the sum of squares by the number of rows; a row of several outputs then counts several times.

    Divide by the number of elements, as np.mean does.
    L = Σ (p − t)² / (N·C).
    """
    return np.sum((prediction - target) ** 2) / prediction.shape[0]


def half_of_the_mean(prediction, target):
    """You put a ½ in front of the mean.

    The ½ belongs to another convention, half the sum over the rows' number; the mean squared error has none.
    L = Σ (p − t)² / (N·C).
    """
    return _reduced((prediction - target) ** 2, "mean") / 2


def absolute_error(prediction, target, *, reduction="mean"):
    """You averaged the absolute differences, which is another loss.

    Square them: large errors are to count more.
    L = mean (p − t)², not mean |p − t|.
    """
    return _reduced(np.abs(prediction - target), reduction)


def root_taken(prediction, target, *, reduction="mean"):
    """You took the square root of the mean: the root mean squared error.

    Leave the root out; it changes the gradient as well.
    L = Σ (p − t)² / (N·C).
    """
    return np.sqrt(_reduced((prediction - target) ** 2, reduction))


def square_of_the_mean(prediction, target):
    """You averaged first and squared afterwards, so that errors of opposite sign cancel.

    Square each difference, then average.
    L = mean (p − t)², not (mean (p − t))².
    """
    return _reduced(prediction - target, "mean") ** 2


def difference_of_squares(prediction, target, *, reduction="mean"):
    """You squared prediction and target each and subtracted the squares.

    Subtract first, square the difference.
    L = mean (p − t)², not mean (p² − t²).
    """
    return _reduced(prediction**2 - target**2, reduction)


def one_loss_per_row(prediction, target):
    """You averaged along the last axis only and returned one loss per row.

    Average over all axes: the loss is a single number.
    L = Σ (p − t)² / (N·C), a scalar.
    """
    return np.sum((prediction - target) ** 2, axis=-1) / prediction.shape[-1]


def sample_variance(prediction, target):
    """You divided by the number of elements less one, as for a sample variance.

    Nothing was estimated from the data here; divide by the number of elements.
    L = Σ (p − t)² / (N·C).
    """
    return np.sum((prediction - target) ** 2) / (prediction.size - 1)


def not_a_number_skipped(prediction, target):
    """You used np.nanmean, which hides a NaN instead of reporting it.

    Use np.mean: a loss that is NaN tells that the training has failed.
    L = mean (p − t)², NaN if any difference is.
    """
    squares = (prediction - target) ** 2
    return np.nansum(squares) / np.sum(~np.isnan(squares))


def _reduced(values, reduction):
    divisor = {"mean": values.size, "sum": 1, "half_sum": 2, "half_mean": 2 * len(values)}[reduction]
    return np.sum(values) / divisor
