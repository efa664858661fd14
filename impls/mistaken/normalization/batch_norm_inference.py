"""Mistakes in batch normalization at inference."""

import numpy as np

from . import _steps as bn


def batch_statistics(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """You normalized with the mean and variance of the batch at hand.

    In inference an example's result must not depend on its neighbours: use the running statistics. Yours is right
    only where both happen to be the same.

        y = γ·(x − running_mean) / √(running_var + ε) + β
    """
    return bn.affine(bn.normalize(x, *bn.statistics(x, axes), eps), gamma, beta, axes)


def epsilon_outside_root(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """You added ε to the standard deviation, after the root.

    Add it to the variance, inside the root. The two agree only when ε is 0.

        y = γ·(x − running_mean) / √(running_var + ε) + β
    """
    return bn.affine(
        (x - bn.spread(running_mean, x, axes)) / (np.sqrt(bn.spread(running_var, x, axes)) + eps), gamma, beta, axes
    )


def epsilon_forgotten(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """You left ε out.

    Add it as in training, or a channel without variance divides by 0. Yours is right only when ε is 0.

        y = γ·(x − running_mean) / √(running_var + ε) + β
    """
    return bn.affine(
        bn.normalize(x, bn.spread(running_mean, x, axes), bn.spread(running_var, x, axes), 0), gamma, beta, axes
    )


def root_forgotten(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """You divided by the variance, without its root.

    Divide by the standard deviation. Yours is right only where running_var + ε is 1.

        y = γ·(x − running_mean) / √(running_var + ε) + β
    """
    return bn.affine(
        (x - bn.spread(running_mean, x, axes)) / (bn.spread(running_var, x, axes) + eps), gamma, beta, axes
    )


def mean_not_subtracted(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """You divided by the deviation without subtracting the mean.

    Subtract running_mean first. Yours is right only where it is 0, as before the first update.

        y = γ·(x − running_mean) / √(running_var + ε) + β
    """
    return bn.affine(bn.normalize(x, 0, bn.spread(running_var, x, axes), eps), gamma, beta, axes)


def shifted_before_scaling(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """You added β before multiplying by γ.

    Scale first, then shift. Yours is right only where γ is 1 or β is 0.

        y = γ·(x − running_mean) / √(running_var + ε) + β
    """
    normalized = bn.normalize(x, bn.spread(running_mean, x, axes), bn.spread(running_var, x, axes), eps)
    return (normalized + bn.spread(beta, x, axes)) * bn.spread(gamma, x, axes)


def variance_corrected_again(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """You multiplied running_var by n/(n − 1), with n counted in the batch at hand.

    The correction, where it is wanted, belongs into training, with that batch's n; here running_var is used as it
    is. Yours is right only where running_var is 0, or for a single value per channel.

        y = γ·(x − running_mean) / √(running_var + ε) + β
    """
    n = bn.count(x, axes)
    corrected = bn.spread(running_var, x, axes) * n / max(n - 1, 1)
    return bn.affine(bn.normalize(x, bn.spread(running_mean, x, axes), corrected, eps), gamma, beta, axes)


def scale_and_shift_forgotten(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """You returned the normalized values without γ and β.

    Scale and shift them. Yours is right only while γ is 1 and β is 0, as at the start of training.

        y = γ·(x − running_mean) / √(running_var + ε) + β
    """
    return bn.normalize(x, bn.spread(running_mean, x, axes), bn.spread(running_var, x, axes), eps)


def parameters_along_the_width(x, gamma, beta, running_mean, running_var, *, eps=1e-5):
    """You used the arrays as they are, which NumPy lays along the last axis, the width of an image.

    Reshape them to (1, C, 1, 1) first. Dense inputs (N, C) come out right; an image as wide as it has channels
    comes out wrong without an error.

        y_nchw = γ_c·(x_nchw − running_mean_c) / √(running_var_c + ε) + β_c
    """
    return bn.normalize(x, running_mean, running_var, eps) * gamma + beta
