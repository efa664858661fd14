"""Mistakes people make in inception_block: branches 1×1, 1×1 → 3×3, 1×1 → 5×5 and 3×3 maximum → 1×1, in this order."""

import numpy as np

from ._blocks import relu, same


def pooled_branch_first(x, w1, w3r, w3, w5r, w5, wp):
    """You put the pooled branch in front.

    The channels of the branches come in the order of the weights: 1×1, 3×3, 5×5, pooling.
    y = (relu(w1 ∗ x), …, relu(wp ∗ pool(x))) along the channels.
    """
    *convolved, pooled = _branches(x, w1, w3r, w3, w5r, w5, wp)
    return np.concatenate([pooled, *convolved], axis=1)


def relu_of_the_reductions_forgotten(x, w1, w3r, w3, w5r, w5, wp):
    """You put the 3×3 and 5×5 convolutions right behind those that reduce the channels.

    Apply relu after every convolution, the 1×1 ones too.
    relu(w3 ∗ relu(w3r ∗ x)).
    """
    first, *_, pooled = _branches(x, w1, w3r, w3, w5r, w5, wp)
    return np.concatenate([first, _layer(_linear(x, w3r), w3), _layer(_linear(x, w5r), w5), pooled], axis=1)


def last_relu_forgotten(x, w1, w3r, w3, w5r, w5, wp):
    """You returned what the last convolution of each branch gives.

    Apply relu after every convolution.
    relu(w3 ∗ relu(w3r ∗ x)).
    """
    branches = _linear(x, w1), _linear(_layer(x, w3r), w3), _linear(_layer(x, w5r), w5), _linear(_largest_near(x), wp)
    return np.concatenate(branches, axis=1)


def pooling_padded_with_zeros(x, w1, w3r, w3, w5r, w5, wp):
    """You padded the images with 0 before taking the maximum, which wins over negative values.

    Padding never wins: pad with −∞, or cut the windows at the border.
    pool(x)[i, j] = max over the cells of the image from (i − 1, j − 1) to (i + 1, j + 1).
    """
    *convolved, _ = _branches(x, w1, w3r, w3, w5r, w5, wp)
    return np.concatenate([*convolved, _layer(_largest_near(x, padding=0), wp)], axis=1)


def pooling_by_average(x, w1, w3r, w3, w5r, w5, wp):
    """You took the mean of each window in the pooled branch.

    Take the maximum.
    pool(x)[i, j] = max over the cells of the image from (i − 1, j − 1) to (i + 1, j + 1).
    """
    *convolved, _ = _branches(x, w1, w3r, w3, w5r, w5, wp)
    return np.concatenate([*convolved, _layer(np.mean(_windows(x, 0), axis=(4, 5)), wp)], axis=1)


def pooled_behind_the_convolution(x, w1, w3r, w3, w5r, w5, wp):
    """You took the maximum of what the 1×1 convolution gives.

    In the last branch the pooling comes first.
    relu(wp ∗ pool(x)).
    """
    *convolved, _ = _branches(x, w1, w3r, w3, w5r, w5, wp)
    return np.concatenate([*convolved, _largest_near(_layer(x, wp))], axis=1)


def one_reduction_for_both(x, w1, w3r, w3, w5r, w5, wp):
    """You reduced the channels once and gave the result to the 3×3 and the 5×5 convolution.

    Each has a reduction of its own.
    relu(w5 ∗ relu(w5r ∗ x)).
    """
    first, third, _, pooled = _branches(x, w1, w3r, w3, w5r, w5, wp)
    return np.concatenate([first, third, _layer(_layer(x, w3r), w5), pooled], axis=1)


def reductions_left_out(x, w1, w3r, w3, w5r, w5, wp):
    """You convolved the images themselves by 3×3 and 5×5, as in the block's naive form.

    Reduce the channels first. Unless there are as many as before, your version does not even run.
    relu(w3 ∗ relu(w3r ∗ x)).
    """
    first, *_, pooled = _branches(x, w1, w3r, w3, w5r, w5, wp)
    return np.concatenate([first, _layer(x, w3), _layer(x, w5), pooled], axis=1)


def _branches(x, w1, w3r, w3, w5r, w5, wp):
    return _layer(x, w1), _layer(_layer(x, w3r), w3), _layer(_layer(x, w5r), w5), _layer(_largest_near(x), wp)


def _linear(x, w):
    return same(x, w, np.zeros_like(w, shape=len(w)))


def _layer(x, w):
    return relu(_linear(x, w))


def _windows(x, padding):
    wide = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), constant_values=padding)
    return np.lib.stride_tricks.sliding_window_view(wide, (3, 3), axis=(2, 3))


def _largest_near(x, padding=-np.inf):
    return np.max(_windows(x, padding), axis=(4, 5))
