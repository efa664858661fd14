"""Mistakes people make in relu_backward: dx = dy where x > 0, else 0."""

import numpy as np


def _passed(dy, x, at_zero):
    if at_zero == "half":
        dy = np.where(x == 0, dy / 2, dy)
    return np.where(x > 0 if at_zero == "zero" else x >= 0, dy, np.zeros_like(dy))


def no_mask(dy, x):
    """You passed dy on unchanged, as if relu were the identity.

    Stop the gradient where the input was negative.
    dx = dy where x > 0, else 0.
    """
    return dy.copy()


def masked_by_gradient(dy, x):
    """You masked with dy > 0, the sign of the gradient, instead of the sign of the forward input.

    Keep x from the forward pass and use x > 0.
    dx = dy where x > 0, else 0: a negative gradient passes too.
    """
    return np.where(dy > 0, dy, np.zeros_like(dy))


def guided(dy, x, *, at_zero="zero"):
    """You dropped negative gradients as well: that is guided backpropagation, a way to draw pictures.

    Mask with x > 0 only.
    dx = dy where x > 0, else 0, whatever the sign of dy.
    """
    return _passed(np.where(dy > 0, dy, np.zeros_like(dy)), x, at_zero)


def ignores_upstream(dy, x, *, at_zero="zero"):
    """You returned the slope, 0 or 1, and forgot to multiply by dy.

    The chain rule needs the gradient that comes from above.
    dx = dy · [x > 0].
    """
    return _passed(np.ones_like(dy), x, at_zero)


def output_for_slope(dy, x):
    """You multiplied dy by relu(x), the output, where its derivative belongs.

    The slope of relu is 1 for positive x, however large x is.
    dx = dy · [x > 0], not dy · max(0, x).
    """
    return dy * np.maximum(x, 0)


def overwrites_upstream(dy, x, *, at_zero="zero"):
    """You set elements of dy itself to 0, so the caller's gradient is spoiled for every other path that uses it.

    Work on a copy, or use np.where.
    dx = dy where x > 0, else 0, with dy left as it was.
    """
    dy[x <= 0] = _passed(dy, x, at_zero)[x <= 0]
    return dy


def leaks(dy, x, *, at_zero="zero"):
    """You let a hundredth of the gradient through where x is negative: that is the gradient of leaky relu.

    Use slope 0 below zero.
    dx = dy where x > 0, else 0.
    """
    return np.where(x < 0, 0.01 * dy, _passed(dy, x, at_zero))


def mask_inverted(dy, x):
    """You zeroed the gradient where x is positive and kept it where x is negative.

    Keep the gradient of the elements that the forward pass kept.
    dx = dy where x > 0, else 0.
    Wrong on every input.
    """
    return np.where(x < 0, dy, np.zeros_like(dy))
