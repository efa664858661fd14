"""Mistakes in drawing normal weights, told apart by mean, spread, tails, dependence and repetition."""

import numpy as np

from . import _draws as draw


def std_taken_as_variance(shape, *, mean=0.0, std=1.0, rng):
    """You took the root of `std`, as if it were the variance.

    std is the standard deviation and multiplies a standard draw as it is. The two agree at 0 and 1.

        w = mean + std·z, z from N(0, 1)
    """
    return mean + np.sqrt(std) * rng.standard_normal(shape)


def variance_taken_as_std(shape, *, mean=0.0, std=1.0, rng):
    """You multiplied the draws by std², the variance.

    Multiply by the standard deviation. The two agree at 0 and 1.

        w = mean + std·z, z from N(0, 1)
    """
    return mean + std**2 * rng.standard_normal(shape)


def std_ignored(shape, *, mean=0.0, std=1.0, rng):
    """You did not multiply by std.

    A standard draw has to be stretched. Yours is right only when std is 1.

        w = mean + std·z, z from N(0, 1)
    """
    return mean + rng.standard_normal(shape)


def mean_ignored(shape, *, mean=0.0, std=1.0, rng):
    """You did not add the mean.

    Yours is right only when it is 0.

        w = mean + std·z, z from N(0, 1)
    """
    return std * rng.standard_normal(shape)


def mean_scaled_too(shape, *, mean=0.0, std=1.0, rng):
    """You added the mean before multiplying by std.

    Stretch first, then move. Yours is right only when the mean is 0 or std is 1.

        w = mean + std·z, z from N(0, 1)
    """
    return (mean + rng.standard_normal(shape)) * std


def uniform_draws(shape, *, mean=0.0, std=1.0, rng):
    """You drew from [0, 1), with `random` where the normal draw belongs.

    The weights are not centred, and too narrow. Draw with standard_normal. Yours is right only when std is 0.

        w = mean + std·z, z from N(0, 1)
    """
    return mean + std * rng.random(shape)


def uniform_of_same_variance(shape, *, mean=0.0, std=1.0, rng):
    """You drew from a uniform distribution with the right mean and variance.

    The law is wrong: there are no tails beyond √3·std. Draw with standard_normal. Yours is right only when std is
    0.

        w = mean + std·z, z from N(0, 1)
    """
    return mean + draw.uniform(shape, np.sqrt(3) * std, rng)


def tails_piled_up(shape, *, mean=0.0, std=1.0, rng):
    """You clipped the draws at two standard deviations, so that one in twenty sits exactly on a bound.

    A plain normal draw is not cut; one that is cut is drawn again. Yours is right only when std is 0.

        w = mean + std·z, z from N(0, 1)
    """
    return mean + std * np.clip(rng.standard_normal(shape), -2, 2)


def tails_redrawn(shape, *, mean=0.0, std=1.0, rng):
    """You drew again what lay beyond two standard deviations.

    That is a truncated normal, whose standard deviation is 0.88·std; a plain one is not cut. Yours is right only
    when std is 0.

        w = mean + std·z, z from N(0, 1)
    """
    return mean + draw.truncated(shape, std, rng)


def same_values_at_every_call(shape, *, mean=0.0, std=1.0, rng):
    """You seeded the generator inside the function, so that every layer of one shape starts alike.

    Draw from the generator that you are given. Yours is right only when std is 0.

        independent from call to call
    """
    return mean + std * np.random.default_rng(0).standard_normal(shape)


def one_row_repeated(shape, *, mean=0.0, std=1.0, rng):
    """You drew one row and repeated it.

    Rows that start alike learn alike; draw the whole shape. Shapes of one axis come out right.

        w_ij independent for all i, j
    """
    return mean + draw.one_row(draw.normal, shape, std, rng)
