"""Mistakes in drawing uniform weights, told apart by range, law, dependence and repetition."""

import numpy as np

from . import _draws as draw


def width_forgotten(shape, *, low, high, rng):
    """You stretched the draws by `high` instead of the width of the range.

    Multiply by high − low before adding low. Yours is right only when low is 0.

        w = low + (high − low)·u, u from [0, 1)
    """
    return low + high * rng.random(shape)


def low_ignored(shape, *, low, high, rng):
    """You drew from [0, high).

    Move the draws to low. Yours is right only when low is 0.

        w = low + (high − low)·u, u from [0, 1)
    """
    return high * rng.random(shape)


def symmetric_range(shape, *, low, high, rng):
    """You drew from [−high, high).

    The lower bound is an argument of its own. Yours is right only when low is −high.

        w = low + (high − low)·u, u from [0, 1)
    """
    return draw.uniform(shape, high, rng)


def width_doubled(shape, *, low, high, rng):
    """You stretched draws from [−1, 1) by the whole width about low.

    Draws from [−1, 1) are for half the width about the centre. Yours is right only when low is high.

        w = low + (high − low)·u, u from [0, 1)
    """
    return low + draw.uniform(shape, high - low, rng)


def bounds_taken_as_mean_and_std(shape, *, low, high, rng):
    """You drew normal numbers with mean `low` and standard deviation `high`.

    The bounds are bounds: draw uniformly between them. Yours is right only when both are 0.

        w = low + (high − low)·u, u from [0, 1)
    """
    return low + high * rng.standard_normal(shape)


def normal_of_same_variance(shape, *, low, high, rng):
    """You drew normal numbers with the mean and the variance of the range.

    Every third one lies far from where a uniform one would, and some beyond the bounds. Yours is right only when
    low is high.

        w = low + (high − low)·u, u from [0, 1)
    """
    return (low + high) / 2 + (high - low) / np.sqrt(12) * rng.standard_normal(shape)


def only_the_bounds(shape, *, low, high, rng):
    """You rounded the draws before stretching them, so that only low and high ever come out.

    Stretch the draw as it is. Yours is right only when low is high.

        w = low + (high − low)·u, u from [0, 1)
    """
    return low + (high - low) * np.round(rng.random(shape))


def same_values_at_every_call(shape, *, low, high, rng):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given. Yours is right only when low is high.

        independent from call to call
    """
    return low + (high - low) * np.random.default_rng(0).random(shape)


def one_row_repeated(shape, *, low, high, rng):
    """You drew one row and repeated it.

    Rows that start alike learn alike; draw the whole shape. Shapes of one axis come out right.

        w_ij independent for all i, j
    """
    return low + (high - low) * np.copy(np.broadcast_to(rng.random(shape[-1:]), shape))
