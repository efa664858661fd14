"""Mistakes in group normalization."""

import numpy as np

from . import _moments as gn
from ._steps import affine, moments


def unbiased_variance(x, gamma, beta, *, groups, eps=1e-5):
    """You divided the squares by n − 1.

    The variance is the biased one, divided by the number of values of a group. Yours is right only where all values of a
    group are equal.

        σ² = Σ(x − µ)² / n
    """
    view = gn.grouped(x, groups)
    mean, var = gn.unbiased(view, (2,))
    return affine(np.reshape(((view - mean) / np.sqrt(var + eps)), x.shape), gamma, beta)


def epsilon_outside_root(x, gamma, beta, *, groups, eps=1e-5):
    """You added ε to the standard deviation, after the root.

    Add it to the variance, inside the root. The two agree only when ε is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    view = gn.grouped(x, groups)
    mean, var = moments(view, (2,))
    return affine(np.reshape(((view - mean) / (np.sqrt(var) + eps)), x.shape), gamma, beta)


def epsilon_forgotten(x, gamma, beta, *, groups, eps=1e-5):
    """You left ε out.

    Add it to the variance, or a group whose values are all equal divides 0 by 0. Yours is right only when ε is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    view = gn.grouped(x, groups)
    normalized, _ = gn.standardize(view, (2,), 0)
    return affine(np.reshape(normalized, x.shape), gamma, beta)


def root_forgotten(x, gamma, beta, *, groups, eps=1e-5):
    """You divided by the variance, without its root.

    Divide by the standard deviation. Yours is right only where σ² + ε is 1, and where all values of a group are equal.

        x̂ = (x − µ) / √(σ² + ε)
    """
    view = gn.grouped(x, groups)
    mean, var = moments(view, (2,))
    return affine(np.reshape(((view - mean) / (var + eps)), x.shape), gamma, beta)


def variance_from_squares(x, gamma, beta, *, groups, eps=1e-5):
    """You found the variance as the mean of squares minus the square of the mean.

    The two nearly cancel when the mean is large, and what is left is rounding error; Flax does so by default. Average
    the squared distances from the mean. Yours is right when the mean is small.

        σ² = Σ(x − µ)² / n
    """
    view = gn.grouped(x, groups)
    mean, _ = moments(view, (2,))
    var = np.maximum(moments(view**2, (2,))[0] - mean**2, 0)
    return affine(np.reshape(((view - mean) / np.sqrt(var + eps)), x.shape), gamma, beta)


def squares_for_the_variance(x, gamma, beta, *, groups, eps=1e-5):
    """You divided by the root of the mean square, without subtracting the mean first.

    The variance is the mean of squared distances from the mean. Yours is right only where the mean is 0.

        σ² = Σ(x − µ)² / n
    """
    view = gn.grouped(x, groups)
    mean, _ = moments(view, (2,))
    square, _ = moments(view**2, (2,))
    return affine(np.reshape(((view - mean) / np.sqrt(square + eps)), x.shape), gamma, beta)


def mean_not_subtracted(x, gamma, beta, *, groups, eps=1e-5):
    """You divided by the deviation without subtracting the mean.

    Subtract the mean of the group first. Yours is right only where it is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    view = gn.grouped(x, groups)
    _, var = moments(view, (2,))
    return affine(np.reshape((view / np.sqrt(var + eps)), x.shape), gamma, beta)


def shifted_before_scaling(x, gamma, beta, *, groups, eps=1e-5):
    """You added β before multiplying by γ.

    Scale first, then shift. Yours is right only where γ is 1 or β is 0.

        y = γ·x̂ + β
    """
    view = gn.grouped(x, groups)
    normalized, _ = gn.standardize(view, (2,), eps)
    return affine(np.reshape(normalized, x.shape), gamma, beta * gamma)


def scale_and_shift_forgotten(x, gamma, beta, *, groups, eps=1e-5):
    """You returned the normalized values without γ and β.

    Scale and shift them. Yours is right only while γ is 1 and β is 0, as at the start of training.

        y = γ·x̂ + β
    """
    view = gn.grouped(x, groups)
    normalized, _ = gn.standardize(view, (2,), eps)
    return np.reshape(normalized, x.shape)


def one_group_for_all(x, gamma, beta, *, groups, eps=1e-5):
    """You averaged over all channels, whatever `groups`.

    That is normalization over a whole example. One group comes out right.

        µ = Σ over the channels and positions of one group / n
    """
    normalized, _ = gn.standardize(gn.grouped(x, 1), (2,), eps)
    return affine(np.reshape(normalized, x.shape), gamma, beta)


def every_channel_alone(x, gamma, beta, *, groups, eps=1e-5):
    """You averaged over the positions of each channel apart.

    That is instance normalization. The channels of a group share a mean and a variance. As many groups as channels come
    out right.

        µ = Σ over the channels and positions of one group / n
    """
    normalized, _ = gn.standardize(gn.grouped(x, x.shape[1]), (2,), eps)
    return affine(np.reshape(normalized, x.shape), gamma, beta)


def groups_as_the_size_of_a_group(x, gamma, beta, *, groups, eps=1e-5):
    """You made groups of `groups` channels.

    `groups` is how many groups there are; each has C/groups channels. Yours is right only where the two are the same.

        channels of group g: from g·C/groups up to (g + 1)·C/groups
    """
    normalized, _ = gn.standardize(gn.grouped(x, x.shape[1] // groups), (2,), eps)
    return affine(np.reshape(normalized, x.shape), gamma, beta)


def every_nth_channel(x, gamma, beta, *, groups, eps=1e-5):
    """You put channels c, c + groups, c + 2·groups, … into one group.

    A group is a run of neighbouring channels: reshape (N, C, …) to (N, groups, C/groups, …), not to (N, C/groups, groups,
    …). One group, or as many as channels, come out right.

        channels of group g: from g·C/groups up to (g + 1)·C/groups
    """
    view = np.reshape(x, (x.shape[0], x.shape[1] // groups, groups, *x.shape[2:]))
    axis = (1, 3, 4)[: x.ndim - 1]
    normalized, _ = gn.standardize(view, axis, eps)
    return affine(np.reshape(normalized, x.shape), gamma, beta)


def statistics_over_the_batch_too(x, gamma, beta, *, groups, eps=1e-5):
    """You averaged over the examples as well.

    Each example is normalized by itself. A single example comes out right.

        µ = Σ over the channels and positions of one group / n
    """
    normalized, _ = gn.standardize(gn.grouped(x, groups), (0, 2), eps)
    return affine(np.reshape(normalized, x.shape), gamma, beta)


def statistics_per_position(x, gamma, beta, *, groups, eps=1e-5):
    """You averaged over the channels of a group at each position apart.

    The positions of an image share a mean and a variance. Inputs (N, C) come out right.

        µ = Σ over the channels and positions of one group / n
    """
    view = np.reshape(x, (x.shape[0], groups, x.shape[1] // groups, *x.shape[2:]))
    normalized, _ = gn.standardize(view, (2,), eps)
    return affine(np.reshape(normalized, x.shape), gamma, beta)


def parameters_along_the_width(x, gamma, beta, *, groups, eps=1e-5):
    """You multiplied by γ and added β as they are, which NumPy lays along the last axis, the width of an image.

    Reshape them to (1, C, 1, 1) first. An image as wide as it has channels comes out wrong without an error, others fail;
    inputs (N, C) come out right.

        y_nchw = γ_c·x̂_nchw + β_c
    """
    view = gn.grouped(x, groups)
    normalized, _ = gn.standardize(view, (2,), eps)
    return np.reshape(normalized, x.shape) * gamma + beta
