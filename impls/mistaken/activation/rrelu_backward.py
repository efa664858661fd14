"""Mistakes people make in rrelu_backward: dx = slopes · dy."""

import numpy as np


def nothing_leaks(dy, slopes):
    """You stopped the gradient where the slope is not 1: that is the gradient of relu.

    Let it through, multiplied by the slope.
    dx = slopes · dy.
    """
    return np.where(slopes == 1, dy, np.zeros_like(dy))


def mean_slope(dy, slopes):
    """You used the slope of evaluation, 11/48, in place of the slopes that were drawn.

    The forward multiplied by its own draws, and so does the backward.
    dx = slopes · dy.
    """
    return np.where(slopes == 1, dy, 11 / 48 * dy)


def fresh_slopes(dy, slopes):
    """You drew new slopes.

    The gradient belongs to the slopes that the forward used.
    dx = slopes · dy, slopes of the forward.
    """
    drawn = 0.125 + (1 / 3 - 0.125) * np.random.default_rng(0).random(dy.shape)
    return np.where(slopes == 1, dy, drawn * dy).astype(dy.dtype)


def divided_by_slopes(dy, slopes):
    """You divided by the slopes, as if they were the divisors of x/a.

    Multiply.
    dx = slopes · dy; where the slope is 1 yours is right.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return dy / slopes


def slopes_of_the_first_example(dy, slopes):
    """You used the first example's slopes for the whole batch.

    Every example has slopes of its own. A batch of one comes out right.
    dx = slopes · dy.
    """
    return slopes[:1] * dy if dy.ndim else slopes * dy


def masked_by_gradient(dy, slopes):
    """You multiplied by the slope where the gradient is negative, not where x was.

    The slopes know where x was negative: they are 1 elsewhere.
    dx = slopes · dy, whatever the sign of dy.
    """
    return np.where(dy < 0, slopes * dy, dy)


def applied_twice(dy, slopes):
    """You multiplied by the slopes twice.

    Once is enough: y = slopes · x.
    dx = slopes · dy.
    """
    return slopes * (slopes * dy)


def slopes_themselves(dy, slopes):
    """You returned the slopes and forgot to multiply them by dy.

    The chain rule needs the gradient that comes from above.
    dx = slopes · dy.
    """
    return slopes + 0 * dy


def overwrites_upstream(dy, slopes):
    """You multiplied dy itself, which spoils the caller's gradient for every other path that uses it.

    Write the product into a new array.
    dx = slopes · dy, with dy left as it was.
    """
    dy *= slopes
    return dy
