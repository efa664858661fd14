"""Mistakes people make in prelu_backward: dx = dy or slope · dy, and dslope = Σ dy · x over the elements with x < 0."""

import numpy as np

from ._channels import along_channels, summed_like


def slope_gradient_from_all_elements(dy, x, slope):
    """You summed dy · x over all elements, the positive ones included.

    The slope only touches elements below 0. Your dx is right.
    dslope = Σ dy · x where x < 0.
    """
    return _dx(dy, x, slope), summed_like(slope, dy * x)


def slope_gradient_from_the_output(dy, x, slope):
    """You multiplied dy by the output slope · x in the slope's gradient.

    The derivative of slope · x by the slope is x. Your dx is right.
    dslope = Σ dy · x where x < 0.
    """
    return _dx(dy, x, slope), summed_like(slope, dy * along_channels(slope, x) * np.minimum(x, 0))


def slope_gradient_ignores_upstream(dy, x, slope):
    """You summed x alone in the slope's gradient.

    The chain rule needs the gradient that comes from above. Your dx is right.
    dslope = Σ dy · x where x < 0.
    """
    return _dx(dy, x, slope), summed_like(slope, np.minimum(x, 0) + 0 * dy)


def slope_gradient_averaged(dy, x, slope):
    """You averaged the slope's gradient over the batch.

    Sum it: a loss that is a mean has brought its 1/N along in dy. A batch of one comes out right, and so does dx.
    dslope = Σ dy · x where x < 0.
    """
    rows = max(len(x), 1) if x.ndim else 1
    return _dx(dy, x, slope), summed_like(slope, dy * np.minimum(x, 0)) / rows


def one_sum_for_all_channels(dy, x, slope):
    """You gave every channel the sum over all channels.

    Sum only over the elements that share the slope. With one slope yours is right, and so is dx.
    dslope[c] = Σ dy · x where x < 0, in channel c.
    """
    return _dx(dy, x, slope), np.zeros_like(slope) + np.sum(dy * np.minimum(x, 0))


def zero_passes_at_zero(dy, x, slope):
    """You built the unit from relu(x) − slope · relu(−x), and both have the gradient 0 at exactly 0.

    Exactly 0 counts as negative here.
    dx = slope · dy where x ≤ 0.
    """
    return np.where(x == 0, np.zeros_like(dy), _dx(dy, x, slope)), summed_like(slope, dy * np.minimum(x, 0))


def all_passes_at_zero(dy, x, slope):
    """You let the whole gradient through at exactly 0.

    Exactly 0 counts as negative here.
    dx = slope · dy where x ≤ 0.
    """
    return np.where(x == 0, dy, _dx(dy, x, slope)), summed_like(slope, dy * np.minimum(x, 0))


def nothing_leaks(dy, x, slope):
    """You stopped the gradient where x is negative: that is the gradient of relu.

    Let it through, multiplied by the slope. Your dslope is right.
    dx = slope · dy where x < 0.
    """
    return np.where(x > 0, dy, np.zeros_like(dy)), summed_like(slope, dy * np.minimum(x, 0))


def first_slope_for_all(dy, x, slope):
    """You used the first channel's slope for all channels.

    Each channel has a slope of its own. With one slope yours is right, and so is dslope.
    dx = slope[c] · dy where x < 0.
    """
    return np.where(x > 0, dy, slope[0] * dy), summed_like(slope, dy * np.minimum(x, 0))


def masked_by_gradient(dy, x, slope):
    """You decided by the sign of the gradient instead of the sign of the forward input.

    Keep x from the forward pass and use x > 0. Your dslope is right.
    dx = dy where x > 0, and slope · dy elsewhere, whatever the sign of dy.
    """
    return np.where(dy > 0, dy, along_channels(slope, x) * dy), summed_like(slope, dy * np.minimum(x, 0))


def overwrites_upstream(dy, x, slope):
    """You multiplied dy itself, which spoils the caller's gradient for every other path that uses it.

    Work on a copy, or use np.where.
    dx = dy where x > 0, and slope · dy elsewhere, with dy left as it was.
    """
    dslope = summed_like(slope, dy * np.minimum(x, 0))
    dy[...] = _dx(dy, x, slope)
    return dy, dslope


def _dx(dy, x, slope):
    return np.where(x > 0, dy, along_channels(slope, x) * dy)
