"""Mistakes in dropout, told apart by who survives, what survivors are worth, and what evaluation does."""

import numpy as np


def rate_taken_as_keep_probability(x, *, rate, training=True, rng):
    """You kept each element with probability `rate` and divided by it.

    rate is the probability of dropping; keep with probability 1 − rate. The two agree only at ½, and in
    evaluation.

        y = x·mask / (1 − rate), P(mask) = 1 − rate
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) < rate
    return _survivors(x, mask, rate), mask


def comparison_reversed(x, *, rate, training=True, rng, scaling="inverted"):
    """You kept the elements whose draw fell below `rate`, and so dropped with probability 1 − rate.

    Keep those at or above it. Your scale, 1/(1 − rate), is right; the share of survivors is right only at ½.

        y = x·mask / (1 − rate), P(mask) = 1 − rate
    """
    if not training:
        return _evaluated(x, rate, scaling)
    mask = rng.random(x.shape) < rate
    return _survivors(x, mask, 1 - rate, scaling), mask


def divided_by_rate(x, *, rate, training=True, rng):
    """You divided the survivors by `rate`.

    Divide by the probability of surviving, 1 − rate. The two agree only at ½, and in evaluation.

        y = x·mask / (1 − rate), P(mask) = 1 − rate
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _survivors(x, mask, rate), mask


def multiplied_by_keep_probability(x, *, rate, training=True, rng):
    """You multiplied the survivors by 1 − rate.

    Divide by it, to make up for those that are gone. Yours is right only at rate 0, and in evaluation.

        y = x·mask / (1 − rate), P(mask) = 1 − rate
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _survivors(x * (1 - rate), mask, 1), mask


def never_scaled(x, *, rate, training=True, rng):
    """You scaled neither in training nor in evaluation.

    Divide the survivors by 1 − rate in training, so that a sum keeps its expected size. Yours is right only at
    rate 0, and in evaluation.

        y = x·mask / (1 − rate), P(mask) = 1 − rate
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _survivors(x, mask, 1), mask


def scaled_again_in_evaluation(x, *, rate, training=True, rng):
    """You divided by 1 − rate in training and multiplied by it in evaluation as well.

    Once is enough: evaluation returns x. Training comes out right.

        evaluation: y = x
    """
    if not training:
        return x * (1 - rate), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= rate
    return _survivors(x, mask, 1 - rate), mask


def dropping_in_evaluation(x, *, rate, training=True, rng):
    """You dropped elements in evaluation too.

    Evaluation returns x, unless it is meant as Monte Carlo dropout. Training comes out right.

        evaluation: y = x
    """
    mask = rng.random(x.shape) >= rate
    return _survivors(x, mask, 1 - rate), mask


def one_mask_for_the_batch(x, *, rate, training=True, rng, scaling="inverted"):
    """You drew one mask and used it for every example of the batch.

    Draw one of the full shape of x: examples are dropped independently. A batch of one comes out right.

        mask_ij independent for all i, j
    """
    if not training:
        return _evaluated(x, rate, scaling)
    mask = np.copy(np.broadcast_to(rng.random(x.shape[1:]) >= rate, x.shape))
    return _survivors(x, mask, 1 - rate, scaling), mask


def whole_examples_dropped(x, *, rate, training=True, rng, scaling="inverted"):
    """You drew one number per example, and dropped all of it or nothing.

    Draw a mask of the full shape of x. Examples of a single element come out right.

        mask_ij independent for all i, j
    """
    if not training:
        return _evaluated(x, rate, scaling)
    draws = rng.random(x.shape[:1] + (1,) * (x.ndim - 1))
    mask = np.copy(np.broadcast_to(draws >= rate, x.shape))
    return _survivors(x, mask, 1 - rate, scaling), mask


def whole_channels_dropped(x, *, rate, training=True, rng, scaling="inverted"):
    """You drew one number per channel of an image, and dropped all of it or nothing.

    That is Dropout2d or SpatialDropout2D. Draw a mask of the full shape of x. Dense inputs come out right.

        mask_ij independent for all i, j
    """
    if not training:
        return _evaluated(x, rate, scaling)
    draws = rng.random(x.shape[:2] + (1,) * (x.ndim - 2))
    mask = np.copy(np.broadcast_to(draws >= rate, x.shape))
    return _survivors(x, mask, 1 - rate, scaling), mask


def same_mask_at_every_call(x, *, rate, training=True, rng, scaling="inverted"):
    """You seeded the generator inside the function, so that every call drops the same elements.

    Draw from the generator that you are given. Yours is right only at rate 0, and in evaluation.

        mask independent from call to call
    """
    if not training:
        return _evaluated(x, rate, scaling)
    mask = np.random.default_rng(0).random(x.shape) >= rate
    return _survivors(x, mask, 1 - rate, scaling), mask


def fixed_number_dropped(x, *, rate, training=True, rng, scaling="inverted"):
    """You dropped a fixed number of elements, round(rate·n), in random places.

    Toss a coin for every element: the number dropped is random too. Yours is right only at rate 0, and in
    evaluation.

        mask_ij independent for all i, j
    """
    if not training:
        return _evaluated(x, rate, scaling)
    order = np.reshape(rng.permutation(x.size), x.shape)
    mask = order >= np.round(rate * x.size)
    return _survivors(x, mask, 1 - rate, scaling), mask


def scaled_by_share_kept(x, *, rate, training=True, rng):
    """You divided by the share of elements that happened to survive.

    Divide by the probability, 1 − rate; the share varies with the draw and ties the elements to each other. Yours
    is right only at rate 0, and in evaluation.

        y = x·mask / (1 − rate), P(mask) = 1 − rate
    """
    if not training:
        return _unchanged(x)
    mask = rng.random(x.shape) >= rate
    return _survivors(x, mask, max(int(np.count_nonzero(mask)), 1) / max(x.size, 1)), mask


def mask_read_off_the_result(x, *, rate, training=True, rng, scaling="inverted"):
    """You found the mask by looking where y is not 0.

    An x of 0 may have been kept too, and its gradient is not 0; keep the mask that you drew. Yours is right where x
    holds no zeros.

        y = x·mask / (1 − rate)
    """
    y = _survivors(x, rng.random(x.shape) >= rate, 1 - rate, scaling) if training else _evaluated(x, rate, scaling)[0]
    return y, y != 0


def mask_marks_the_dropped(x, *, rate, training=True, rng, scaling="inverted"):
    """You returned a mask that is True where an element was dropped.

    True means kept, which the backward relies on. Your y is right, and so is evaluation.

        y = x·mask / (1 − rate)
    """
    if not training:
        return _evaluated(x, rate, scaling)
    dropped = rng.random(x.shape) < rate
    return _survivors(x, ~dropped, 1 - rate, scaling), dropped


def _unchanged(x):
    return np.copy(x), np.ones(x.shape, dtype=bool)


def _evaluated(x, rate, scaling):
    return _unchanged(x if scaling == "inverted" else x * (1 - rate))


def _survivors(x, mask, divisor, scaling="inverted"):
    # A divisor of 0 is part of some mistakes, and its infinities are too.
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(mask, x / divisor if scaling == "inverted" else x, np.zeros_like(x))
