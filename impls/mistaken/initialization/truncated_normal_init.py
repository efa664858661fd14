"""Mistakes in drawing normal weights without tails, told apart by range, spread, law, dependence and repetition."""

import numpy as np

from . import _draws as draw

STD_OF_TRUNCATED = 0.87962566103423978  # of a standard normal cut at ±2


def _before_the_cut(std, scale):
    return std if scale == "plain" else std / STD_OF_TRUNCATED


def not_cut(shape, *, mean=0.0, std=1.0, rng):
    """You drew plain normal numbers.

    Draw again what lies more than two standard deviations out, one number in twenty-two. Yours is right where std is 0.

        |w − mean| ≤ 2σ
    """
    return mean + draw.normal(shape, std, rng)


def tails_piled_up(shape, *, mean=0.0, std=1.0, rng):
    """You clipped the draws, so that one in twenty-two sits exactly on a bound.

    Draw them again in place of clipping them. Yours is right where std is 0.

        w ~ N(mean, σ²) given that |w − mean| ≤ 2σ
    """
    return mean + std * np.clip(rng.standard_normal(shape), -2, 2)


def redrawn_once(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """You drew again once, and kept what came.

    One draw in twenty-two of the second round lies outside again; go on until none does. Yours is right where std is 0.

        |w − mean| ≤ 2σ
    """
    draws = rng.standard_normal(shape)
    return mean + _before_the_cut(std, scale) * np.where(np.abs(draws) > 2, rng.standard_normal(shape), draws)


def cut_at_absolute_bounds(shape, *, mean=0.0, std=1.0, rng):
    """You cut at −2 and 2, wherever the mean and however wide the law.

    The bounds move with the mean and scale with σ. PyTorch's trunc_normal_ has absolute bounds, which have to be said.
    Yours is right only for mean 0 and std 1, or where nothing comes near a bound.

        |w − mean| ≤ 2σ
    """
    draws = mean + std * rng.standard_normal(shape)
    for _ in range(40):
        draws = np.where(np.abs(draws) > 2, mean + std * rng.standard_normal(shape), draws)
    return draws


def cut_at_one(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """You cut at one standard deviation.

    The cut is at two, which keeps nineteen draws in twenty. Yours is right where std is 0.

        |w − mean| ≤ 2σ
    """
    draws = rng.standard_normal(shape)
    while np.any(np.abs(draws) > 1):
        draws = np.where(np.abs(draws) > 1, rng.standard_normal(shape), draws)
    return mean + _before_the_cut(std, scale) * draws


def tails_folded_back(shape, *, mean=0.0, std=1.0, rng):
    """You brought what lay outside back with the remainder of a division.

    That piles the tails up around the mean. Draw again. Yours is right where std is 0.

        w ~ N(mean, σ²) given that |w − mean| ≤ 2σ
    """
    return mean + std * np.fmod(rng.standard_normal(shape), 2)


def mean_ignored(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """You did not add the mean.

    Yours is right only when it is 0.

        w = mean + σ·z, |z| ≤ 2
    """
    return draw.truncated(shape, _before_the_cut(std, scale), rng)


def std_taken_as_variance(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """You took the root of `std`, as if it were the variance.

    std is a standard deviation and multiplies a draw as it is. The two agree at 0 and 1.

        w = mean + σ·z, |z| ≤ 2
    """
    return mean + draw.truncated(shape, _before_the_cut(np.sqrt(std), scale), rng)


def one_row_repeated(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """You drew one row and repeated it.

    Rows that start alike learn alike; draw the whole shape. A shape of one axis comes out right.

        w_ij independent for all i, j
    """
    std = _before_the_cut(std, scale)
    return mean + (draw.one_row(draw.truncated, shape, std, rng) if shape else draw.truncated(shape, std, rng))


def same_values_at_every_call(shape, *, mean=0.0, std=1.0, rng, scale="plain"):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given. Yours is right where std is 0.

        independent from call to call
    """
    return mean + draw.truncated(shape, _before_the_cut(std, scale), np.random.default_rng(0))
