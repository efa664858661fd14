"""Mistakes people make in rrelu: y = slopes · x, a slope from U(lower, upper) for each negative element, 1 elsewhere."""

import numpy as np


def one_slope_for_all(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You drew a single slope and used it for the whole array.

    Draw one for each negative element, of x's shape.
    slopes ~ U(lower, upper), independently; in evaluation yours is right.
    """
    drawn = lower + (upper - lower) * rng.random()
    return _rectified(x, drawn if training else (lower + upper) / 2)


def slopes_of_one_example(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You drew the slopes of one example and used them for the whole batch.

    Draw them with the shape of x, batch axis included.
    slopes ~ U(lower, upper), independently; a batch of one comes out right.
    """
    drawn = lower + (upper - lower) * rng.random(x.shape[1:])
    return _rectified(x, drawn if training else (lower + upper) / 2)


def one_slope_per_channel(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You drew one slope for each channel, as prelu learns them.

    Draw one for each element.
    slopes ~ U(lower, upper), of x's shape; without axes after the channels yours is right.
    """
    drawn = lower + (upper - lower) * rng.random(x.shape[:2] + (1,) * (x.ndim - 2))
    return _rectified(x, drawn if training else (lower + upper) / 2)


def divisors_drawn(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You drew the divisor of x/a from U(1/upper, 1/lower), as the paper does with its 3 and 8.

    Here the slope itself is uniform; the inverse of a uniform number is not, though its bounds are the same.
    slopes ~ U(lower, upper).
    """
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        low, high = np.divide(1.0, upper), np.divide(1.0, lower)
        drawn = 1 / (low + (high - low) * rng.random(x.shape))
    return _rectified(x, drawn if training else (lower + upper) / 2)


def upper_added_to_lower(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You wrote lower + upper · random, so the slopes reach up to lower + upper.

    Stretch by the width of the interval.
    slopes = lower + (upper − lower) · random.
    """
    return _rectified(x, lower + upper * rng.random(x.shape) if training else (lower + upper) / 2)


def ignores_the_bounds(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You always used the bounds ⅛ and ⅓, whatever `lower` and `upper` said.

    Use the arguments.
    slopes ~ U(lower, upper).
    """
    return _rectified(x, 0.125 + (1 / 3 - 0.125) * rng.random(x.shape) if training else 11 / 48)


def draws_in_evaluation(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You drew slopes in evaluation too, so that the same image gets another answer each time.

    Use the middle of the interval where training is False. Training comes out right.
    evaluation: slopes = (lower + upper) / 2.
    """
    return _rectified(x, lower + (upper - lower) * rng.random(x.shape))


def evaluation_averages_the_divisors(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You averaged 1/lower and 1/upper in evaluation and divided by that, as the paper does with its 3 and 8.

    Average the slopes themselves. Training comes out right.
    evaluation: slopes = (lower + upper) / 2, which is 11/48 by default, not 2/11.
    """
    with np.errstate(divide="ignore"):
        middle = 2 / (np.divide(1.0, lower) + np.divide(1.0, upper))
    return _rectified(x, lower + (upper - lower) * rng.random(x.shape) if training else middle)


def evaluation_leaves_x_alone(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You returned x itself in evaluation, as dropout does.

    The unit stays leaky, with the mean slope. Training comes out right.
    evaluation: slopes = (lower + upper) / 2 where x < 0.
    """
    return _rectified(x, lower + (upper - lower) * rng.random(x.shape) if training else 1.0)


def draws_on_the_positive_side(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You multiplied positive elements by slopes as well.

    Only negative elements get a slope; the others pass.
    slopes = 1 where x ≥ 0.
    """
    slopes = np.zeros_like(x) + (lower + (upper - lower) * rng.random(x.shape) if training else (lower + upper) / 2)
    slopes = slopes.astype(x.dtype)
    return slopes * x, slopes


def returns_every_draw(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You returned what was drawn for positive elements too, though y does not use it.

    The backward multiplies by these slopes, and positive elements have slope 1.
    slopes = 1 where x ≥ 0.
    """
    drawn = lower + (upper - lower) * rng.random(x.shape) if training else np.full(x.shape, (lower + upper) / 2)
    return _rectified(x, drawn)[0], drawn.astype(x.dtype)


def same_slopes_at_every_call(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You seeded a generator of your own inside the function, so that every call draws the same slopes.

    Draw from `rng`, which moves on.
    slopes ~ U(lower, upper), anew at each call; one call on its own looks right.
    """
    del rng
    drawn = lower + (upper - lower) * np.random.default_rng(0).random(x.shape)
    return _rectified(x, drawn if training else (lower + upper) / 2)


def overwrites_its_input(x, *, lower=0.125, upper=1 / 3, training, rng):
    """You multiplied x itself, so the caller's array is changed.

    Write the products into a new array.
    y = slopes · x, with x left as it was.
    """
    drawn = lower + (upper - lower) * rng.random(x.shape)
    y, slopes = _rectified(x, drawn if training else (lower + upper) / 2)
    x[...] = y
    return y, slopes


def _rectified(x, drawn):
    slopes = np.where(x < 0, drawn, 1).astype(x.dtype)
    return slopes * x, slopes
