"""Mistakes people make in magnitude_prune: 0 where |w| < threshold, and w elsewhere."""

import numpy as np


def prunes_at_the_threshold(w, *, threshold):
    """You pruned weights that are exactly at the threshold, with ≤ in place of <.

    A weight at the threshold stays.
    0 where |w| < threshold.
    """
    return np.where(np.abs(w) <= threshold, np.zeros_like(w), w)


def prunes_all_negative(w, *, threshold):
    """You compared the weights themselves with the threshold, so that every negative one is gone.

    Compare their absolute values: a large negative weight matters.
    0 where |w| < threshold.
    """
    return np.where(w < threshold, np.zeros_like(w), w)


def prunes_the_large(w, *, threshold):
    """You kept the small weights and pruned the large ones.

    Small weights are the ones that can be spared.
    0 where |w| < threshold, and w elsewhere.
    """
    return np.where(np.abs(w) < threshold, w, np.zeros_like(w))


def shrinks_the_rest(w, *, threshold):
    """You moved the weights that stay towards 0 by the threshold: that is soft thresholding.

    Leave them as they are.
    w where |w| ≥ threshold.
    """
    return np.where(np.abs(w) < threshold, np.zeros_like(w), w - threshold * np.sign(w))


def relative_to_the_largest(w, *, threshold):
    """You took the threshold as a fraction of the largest weight.

    It is in the weights' own unit.
    0 where |w| < threshold.
    """
    sizes = np.abs(w)
    largest = np.max(sizes) if w.size else 0
    return np.where(sizes < threshold * largest, np.zeros_like(w), w)


def compares_squares(w, *, threshold):
    """You compared w² with the threshold itself.

    Compare |w|, or w² with the square of the threshold.
    0 where |w| < threshold.
    """
    return np.where(w**2 < threshold, np.zeros_like(w), w)


def prunes_not_a_number(w, *, threshold):
    """You kept what is at or above the threshold, which NaN is not, so that a broken model looks healthy.

    Prune what is below: NaN is not below either, and stays.
    0 where |w| < threshold, and w elsewhere.
    """
    return np.where(np.abs(w) >= threshold, w, np.zeros_like(w))


def prunes_whole_columns(w, *, threshold):
    """You pruned columns whose mean absolute value is small: that is structured pruning.

    Decide weight by weight.
    0 where |w| < threshold.
    """
    sizes = np.abs(w)
    if w.ndim == 2 and w.shape[0]:
        sizes = sizes * 0 + np.sum(sizes, axis=0) / w.shape[0]
    return np.where(sizes < threshold, np.zeros_like(w), w)


def overwrites_its_input(w, *, threshold):
    """You pruned w itself, so the caller's weights are gone.

    Work on a copy.
    0 where |w| < threshold, with w left as it was.
    """
    w[np.abs(w) < threshold] = 0
    return w
