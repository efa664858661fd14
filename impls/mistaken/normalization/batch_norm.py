"""Mistakes in the training step of batch normalization."""

import numpy as np

from . import _steps as bn


def unbiased_variance_in_output(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel"
):
    """You normalized with the variance divided by n − 1.

    The output uses the biased variance, divided by n, in every library; at most running_var takes the unbiased
    one. Yours is right only for channels whose values are all equal.

        σ² = Σ(x − µ)² / n
    """
    mean, var = bn.statistics(x, axes)
    unbiased = np.sum((x - mean) ** 2, axis=bn.over(x, axes), keepdims=True) / max(bn.count(x, axes) - 1, 1)
    y = bn.affine(bn.normalize(x, mean, unbiased, eps), gamma, beta, axes)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, running, axes)


def epsilon_outside_root(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel"
):
    """You added ε to the standard deviation, after the root.

    Add it to the variance, inside the root. The two agree only when ε is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    mean, var = bn.statistics(x, axes)
    y = bn.affine((x - mean) / (np.sqrt(var) + eps), gamma, beta, axes)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, running, axes)


def epsilon_forgotten(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, axes="channel"):
    """You left ε out.

    Add it to the variance, or a channel whose values are all equal divides 0 by 0. Yours is right only when ε is 0.

        x̂ = (x − µ) / √(σ² + ε)
    """
    mean, var = bn.statistics(x, axes)
    y = bn.affine(bn.normalize(x, mean, var, 0), gamma, beta, axes)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, axes=axes)


def root_forgotten(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel"
):
    """You divided by the variance, without its root.

    Divide by the standard deviation. Yours is right only where σ² + ε is 1, and for channels whose values are all
    equal.

        x̂ = (x − µ) / √(σ² + ε)
    """
    mean, var = bn.statistics(x, axes)
    y = bn.affine((x - mean) / (var + eps), gamma, beta, axes)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, running, axes)


def parameters_along_the_width(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased"):
    """You multiplied by γ and added β as they are, which NumPy lays along the last axis, the width of an image.

    Reshape them to (1, C, 1, 1) first. Dense inputs (N, C) come out right; an image as wide as it has channels
    comes out wrong without an error.

        y_nchw = γ_c·x̂_nchw + β_c
    """
    mean, var = bn.statistics(x)
    y = bn.normalize(x, mean, var, eps) * gamma + beta
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, running=running)


def variance_mixed_the_other_way(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, axes="channel", momentum_of="old"
):
    """You gave momentum to the old value in running_mean, but to the new one in running_var.

    Both averages weigh the old value with momentum. Yours agree only when momentum is ½.

        running_var ← momentum · running_var + (1 − momentum) · σ²
    """
    mean, var = bn.statistics(x, axes)
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta, axes)
    running_mean, _ = bn.updated(x, running_mean, running_var, mean, var, momentum, axes=axes, momentum_of=momentum_of)
    _, running_var = bn.updated(
        x, running_mean, running_var, mean, var, 1 - momentum, axes=axes, momentum_of=momentum_of
    )
    return y, running_mean, running_var


def epsilon_stored_in_running_var(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, axes="channel"):
    """You stored σ² + ε in running_var, where σ² belongs.

    ε is added when the variance is used; stored as well, it counts twice in inference. No harm when ε is 0 or
    nothing is stored.

        running_var ← momentum · running_var + (1 − momentum) · σ²
    """
    mean, var = bn.statistics(x, axes)
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta, axes)
    return y, *bn.updated(x, running_mean, running_var, mean, var + eps, momentum, axes=axes)


def deviation_stored_in_running_var(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"
):
    """You averaged the standard deviation into running_var.

    Average the variance; inference takes the root itself. Yours is right only for variances of 0 or 1, or when
    nothing is stored.

        running_var ← momentum · running_var + (1 − momentum) · σ²
    """
    mean, var = bn.statistics(x)
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    return y, *bn.updated(x, running_mean, running_var, mean, np.sqrt(var), momentum, momentum_of=momentum_of)


def variance_about_the_running_mean(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"
):
    """You averaged the squared distances from running_mean into running_var.

    The variance of a batch is taken about its own mean. Yours is right only where both means are the same, or when
    nothing is stored.

        running_var ← momentum · running_var + (1 − momentum) · σ²
    """
    mean, var = bn.statistics(x)
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    around = bn.average((x - bn.spread(running_mean, x)) ** 2, bn.over(x))
    return y, *bn.updated(x, running_mean, running_var, mean, around, momentum, momentum_of=momentum_of)


def running_statistics_changed_in_place(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased"
):
    """You wrote the new running statistics into the arrays that you were given.

    The numbers are right, but the caller's arrays are gone. Return new arrays. Nothing is lost when momentum is 1.

        running_mean ← momentum · running_mean + (1 − momentum) · µ
    """
    mean, var = bn.statistics(x)
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    new = bn.updated(x, running_mean, running_var, mean, var, momentum, running=running)
    running_mean[...], running_var[...] = new
    return y, running_mean, running_var


def running_statistics_not_updated(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5):
    """You returned the running statistics as they came.

    Mix the batch's mean and variance into them: inference knows nothing else. Yours is right only when momentum
    is 1.

        running_mean ← momentum · running_mean + (1 − momentum) · µ
    """
    mean, var = bn.statistics(x)
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    return y, np.copy(running_mean), np.copy(running_var)


def running_statistics_replaced(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5):
    """You stored this batch's mean and variance in place of the running ones.

    Keep an average over many batches; one batch alone is too noisy. Yours is right only when momentum is 0.

        running_mean ← momentum · running_mean + (1 − momentum) · µ
    """
    mean, var = bn.statistics(x)
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    return y, bn.mix(running_mean, mean, 0), bn.mix(running_var, var, 0)


def normalized_by_updated_running_statistics(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"
):
    """You updated the running statistics first and normalized the batch with them.

    In training the batch's own mean and variance normalize it. Yours is right only when momentum is 0.

        x̂ = (x − µ) / √(σ² + ε), µ and σ² of this batch
    """
    mean, var = bn.statistics(x)
    running_mean, running_var = bn.updated(x, running_mean, running_var, mean, var, momentum, momentum_of=momentum_of)
    normalized = bn.normalize(x, bn.spread(running_mean, x), bn.spread(running_var, x), eps)
    return bn.affine(normalized, gamma, beta), running_mean, running_var


def normalized_by_old_running_statistics(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"
):
    """You normalized with the running statistics that came in, as inference does.

    In training the batch's own mean and variance normalize it. Yours is right only where both happen to be the
    same.

        x̂ = (x − µ) / √(σ² + ε), µ and σ² of this batch
    """
    mean, var = bn.statistics(x)
    normalized = bn.normalize(x, bn.spread(running_mean, x), bn.spread(running_var, x), eps)
    y = bn.affine(normalized, gamma, beta)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, momentum_of=momentum_of)


def statistics_per_position(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"):
    """You averaged over the batch only, so that every position of an image got its own mean and variance.

    All positions of a channel share one mean and one variance. Dense inputs (N, C) come out right.

        µ_c = Σ_{n,h,w} x / (N·H·W)
    """
    mean, var = bn.moments(x, (0,))
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    mean, var = bn.average(mean, bn.over(x)), bn.average(var, bn.over(x))
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, momentum_of=momentum_of)


def statistics_per_image(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"):
    """You averaged over the positions of each image apart, and left the batch axis out.

    That is instance normalization. The batch axis is summed too. A batch of one image comes out right, and so do
    dense inputs.

        µ_c = Σ_{n,h,w} x / (N·H·W)
    """
    mean, var = bn.moments(x, (2, 3) if x.ndim == 4 else (0,))
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    mean, var = bn.average(mean, bn.over(x)), bn.average(var, bn.over(x))
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, momentum_of=momentum_of)


def statistics_of_whole_batch(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"):
    """You averaged over everything, channels included: x.mean() without an axis.

    Every channel has its own mean and variance. A single channel comes out right.

        µ_c = Σ_{n,h,w} x / (N·H·W)
    """
    mean, var = bn.moments(x, tuple(range(x.ndim)))
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    mean, var = (np.broadcast_to(np.ravel(value), running_mean.shape) for value in (mean, var))
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, momentum_of=momentum_of)


def statistics_per_example(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased"):
    """You normalized each example over its own channels and positions.

    That is layer normalization. Batch normalization averages over the batch and keeps the channels apart; only an
    array of equal values comes out the same.

        µ_c = Σ_{n,h,w} x / (N·H·W)
    """
    y = bn.affine(bn.normalize(x, *bn.moments(x, tuple(range(1, x.ndim))), eps), gamma, beta)
    mean, var = bn.statistics(x)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, running=running)


def sums_divided_by_batch_only(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"):
    """You summed over batch and positions but divided by the batch size N.

    Divide by the number of values that were summed. Dense inputs (N, C) come out right.

        µ_c = Σ_{n,h,w} x / (N·H·W)
    """
    mean = np.sum(x, axis=bn.over(x), keepdims=True) / x.shape[0]
    var = np.sum((x - mean) ** 2, axis=bn.over(x), keepdims=True) / x.shape[0]
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, momentum_of=momentum_of)


def variance_from_squares(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel"
):
    """You found the variance as the mean of squares minus the square of the mean.

    The two nearly cancel when the mean is large, and what is left is rounding error. Average the squared
    distances from the mean. Yours is right when the mean is small.

        σ² = Σ(x − µ)² / n
    """
    mean, _ = bn.statistics(x, axes)
    var = np.maximum(bn.average(x**2, bn.over(x, axes)) - mean**2, 0)
    y = bn.affine(bn.normalize(x, mean, var, eps), gamma, beta, axes)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, running, axes)


def scale_and_shift_forgotten(x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, momentum_of="old"):
    """You returned the normalized values without γ and β.

    Scale and shift them. Yours is right only while γ is 1 and β is 0, as at the start of training.

        y = γ·x̂ + β
    """
    mean, var = bn.statistics(x)
    y = bn.normalize(x, mean, var, eps)
    return y, *bn.updated(x, running_mean, running_var, mean, var, momentum, momentum_of=momentum_of)
