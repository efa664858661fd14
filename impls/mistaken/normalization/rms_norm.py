"""Mistakes in root mean square normalization."""

import numpy as np

from ._steps import average, moments


def mean_subtracted(x, gamma, *, eps=1e-5):
    """You subtracted the mean of the row first.

    That is layer normalization. The mean stays in: it is what this one saves. Yours is right only where it is 0.

        y = γ · x / √(Σ x²/D + ε)
    """
    mean, var = moments(x, (x.ndim - 1,))
    return (x - mean) / np.sqrt(var + eps) * gamma


def divided_by_the_deviation(x, gamma, *, eps=1e-5):
    """You divided by the standard deviation of the row.

    Divide by the root of the mean square, about 0 and not about the mean. Yours is right only where the mean is 0.

        y = γ · x / √(Σ x²/D + ε)
    """
    _, var = moments(x, (x.ndim - 1,))
    return x / np.sqrt(var + eps) * gamma


def squares_not_averaged(x, gamma, *, eps=1e-5):
    """You divided by the length of the row: the root of the sum of squares.

    Divide the sum by D first. Yours is right only for rows of one, and of zeros.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / np.sqrt(np.sum(x**2, axis=-1, keepdims=True) + eps) * gamma


def epsilon_outside_root(x, gamma, *, eps=1e-5):
    """You added ε to the root.

    Add it to the mean square, inside the root. The two agree only when ε is 0, and for rows of zeros.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / (np.sqrt(average(x**2, (x.ndim - 1,))) + eps) * gamma


def epsilon_forgotten(x, gamma, *, eps=1e-5):
    """You left ε out.

    Add it to the mean square, or a row of zeros divides 0 by 0. Yours is right only when ε is 0.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / np.sqrt(average(x**2, (x.ndim - 1,))) * gamma


def root_forgotten(x, gamma, *, eps=1e-5):
    """You divided by the mean square, without its root.

    Take the root. Yours is right only where the mean square and ε make 1, and for rows of zeros.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / (average(x**2, (x.ndim - 1,)) + eps) * gamma


def mean_of_sizes(x, gamma, *, eps=1e-5):
    """You divided by the mean of |x|, with ε inside the root of its square.

    Square first, average then. Yours is right only where all of a row have the same size.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / np.sqrt(average(np.abs(x), (x.ndim - 1,)) ** 2 + eps) * gamma


def squares_over_the_batch(x, gamma, *, eps=1e-5):
    """You averaged over the examples, element by element.

    Average along the last axis: each row by itself. Yours is right only where the two means are the same.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / np.sqrt(average(x**2, (0,)) + eps) * gamma


def squares_of_a_whole_example(x, gamma, *, eps=1e-5):
    """You averaged over all axes but the first.

    Only the last axis is averaged: each word of a sentence has its own mean square. Rows of (N, D) come out right.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / np.sqrt(average(x**2, tuple(range(1, x.ndim))) + eps) * gamma


def scale_forgotten(x, gamma, *, eps=1e-5):
    """You left γ out.

    Yours is right only while γ is 1, as at the start of training.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / np.sqrt(average(x**2, (x.ndim - 1,)) + eps)


def scale_added_to_one(x, gamma, *, eps=1e-5):
    """You multiplied by 1 + γ.

    Some models keep γ − 1 (Gemma does), but here γ is the factor itself. Yours is right only where x is 0.

        y = γ · x / √(Σ x²/D + ε)
    """
    return x / np.sqrt(average(x**2, (x.ndim - 1,)) + eps) * (1 + gamma)
