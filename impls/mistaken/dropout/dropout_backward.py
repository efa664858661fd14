"""Mistakes in the backward of dropout."""

import numpy as np


def _scaled(dy, rate, scaling):
    return dy / (1 - rate) if scaling == "inverted" else dy


def scaled_twice(dy, mask, *, rate):
    """You divided by 1 − rate twice, as happens when the mask that is stored already holds the scale.

    Once is enough. Yours is right only at rate 0.

        dx = dy·mask / (1 − rate)
    """
    return np.where(mask, dy / (1 - rate) / (1 - rate), np.zeros_like(dy))


def mask_forgotten(dy, mask, *, rate, scaling="inverted"):
    """You scaled dy and let it through everywhere.

    An element that was dropped does not move the loss. Yours is right only where everything was kept.

        dx = dy·mask / (1 − rate)
    """
    return _scaled(dy, rate, scaling)


def mask_reversed(dy, mask, *, rate, scaling="inverted"):
    """You let the gradient through where the element was dropped.

    True means kept. Yours is right only where dy is 0.

        dx = dy·mask / (1 − rate)
    """
    return np.where(mask, np.zeros_like(dy), _scaled(dy, rate, scaling))


def fresh_mask(dy, mask, *, rate, scaling="inverted"):
    """You drew a new mask.

    The gradient flows through the elements that the forward kept, and no others. Yours is right only at rate 0.

        dx = dy·mask / (1 − rate), mask of the forward
    """
    mask = np.random.default_rng(0).random(dy.shape) >= rate
    return np.where(mask, _scaled(dy, rate, scaling), np.zeros_like(dy))


def first_row_of_mask(dy, mask, *, rate, scaling="inverted"):
    """You used the first example's mask for the whole batch.

    Every example has a mask of its own. A batch of one comes out right.

        dx = dy·mask / (1 − rate)
    """
    return np.where(mask[:1], _scaled(dy, rate, scaling), np.zeros_like(dy))


def divided_by_rate(dy, mask, *, rate):
    """You divided by `rate`.

    Divide by the probability of surviving, 1 − rate, as the forward does. The two agree only at ½.

        dx = dy·mask / (1 − rate)
    """
    # At rate 0 the division by 0 is part of the mistake.
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(mask, dy / rate, np.zeros_like(dy))


def multiplied_by_keep_probability(dy, mask, *, rate):
    """You multiplied by 1 − rate.

    Divide by it, as the forward does. Yours is right only at rate 0.

        dx = dy·mask / (1 − rate)
    """
    return np.where(mask, dy * (1 - rate), np.zeros_like(dy))


def scaled_by_share_kept(dy, mask, *, rate):
    """You divided by the share of elements that happened to survive.

    Divide by the probability, 1 − rate, as the forward does. Yours is right only where the two are the same, as
    at rate 0.

        dx = dy·mask / (1 − rate)
    """
    return np.where(mask, dy / (max(int(np.count_nonzero(mask)), 1) / max(mask.size, 1)), np.zeros_like(dy))
