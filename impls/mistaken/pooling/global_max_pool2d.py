"""Mistakes in global max pooling."""

import numpy as np


def search_from_zero(x):
    """You started the search at 0, so that nothing negative wins.

    Start at −∞, or at the first element. Yours is right where something is positive.

        y_nc = max_{h,w} x
    """
    return np.maximum(np.max(x, axis=(2, 3)), 0)


def search_from_a_billion_below(x):
    """You started the search at −10⁹.

    There are smaller numbers: start at −∞, or at the first element. Yours is right where something is larger.

        y_nc = max_{h,w} x
    """
    return np.maximum(np.max(x, axis=(2, 3)), -1e9)


def largest_magnitude(x):
    """You took the element that is farthest from 0, whatever its sign.

    −5 is smaller than 1. Yours is right where nothing is negative.

        y_nc = max_{h,w} x
    """
    flat = np.reshape(x, (*x.shape[:2], x.shape[2] * x.shape[3]))
    where = np.argmax(np.abs(flat), axis=2)[:, :, np.newaxis]
    return np.take_along_axis(flat, where, axis=2)[:, :, 0]


def not_a_number_ignored(x):
    """You did not see NaN: every comparison with it is false.

    A NaN says that something went wrong before: it is the maximum of its image. Without NaNs yours is right.

        y_nc = max_{h,w} x
    """
    return np.max(np.where(np.isnan(x), np.full_like(x, -np.inf), x), axis=(2, 3))


def channels_last(x):
    """You took the maximum over axes 1 and 2, as for images (N, H, W, C).

    Here images are (N, C, H, W): axes 2 and 3. Without an error it only comes out where W = C, and right only where
    all is equal.

        y_nc = max_{h,w} x
    """
    return np.max(x, axis=(1, 2))


def axes_kept(x):
    """You kept the pooled axes: (N, C, 1, 1).

    The result is a matrix, (N, C), which a dense layer takes. Remove the two axes of length 1.
    Wrong on every input.

        y_nc = max_{h,w} x
    """
    return np.max(x, axis=(2, 3), keepdims=True)


def mean_in_its_place(x):
    """You took the mean.

    That is global average pooling. Yours is right only where all is equal.

        y_nc = max_{h,w} x
    """
    return np.mean(x, axis=(2, 3))
