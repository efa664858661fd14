"""Mistakes in global average pooling."""

import numpy as np


def sum_not_divided(x):
    """You added the positions up and did not divide.

    Divide by H·W. Yours is right only for images of one position.

        y_nc = Σ_{h,w} x / (H·W)
    """
    return np.sum(x, axis=(2, 3))


def divided_by_the_height_only(x):
    """You divided the sum by H, one side of the image, alone.

    Divide by H·W, the number of positions. Images of one column come out right.

        y_nc = Σ_{h,w} x / (H·W)
    """
    return np.sum(x, axis=(2, 3)) / x.shape[2]


def divided_by_the_height_squared(x):
    """You divided the sum by H², as if all images were square.

    Divide by H·W. Square images come out right.

        y_nc = Σ_{h,w} x / (H·W)
    """
    return np.sum(x, axis=(2, 3)) / x.shape[2] ** 2


def channels_last(x):
    """You averaged over axes 1 and 2, as for images (N, H, W, C).

    Here images are (N, C, H, W): average over axes 2 and 3. Without an error it only comes out where W = C, and right
    only where all is equal.

        y_nc = Σ_{h,w} x / (H·W)
    """
    return np.mean(x, axis=(1, 2))


def averaged_over_the_batch_too(x):
    """You averaged over the images as well.

    Each image has its own mean. A single image comes out right.

        y_nc = Σ_{h,w} x / (H·W)
    """
    return (np.sum(x, axis=(0, 2, 3)) / max(x[:, 0].size, 1))[np.newaxis] + np.zeros_like(x[:, :, 0, 0])


def axes_kept(x):
    """You kept the pooled axes: (N, C, 1, 1).

    The result is a matrix, (N, C), which a dense layer takes. Remove the two axes of length 1.
    Wrong on every input.

        y_nc = Σ_{h,w} x / (H·W)
    """
    return np.mean(x, axis=(2, 3), keepdims=True)


def not_a_number_ignored(x):
    """You left NaNs out of the mean, as np.nanmean does.

    A NaN says that something went wrong before: it makes its mean NaN. Without NaNs yours is right.

        y_nc = Σ_{h,w} x / (H·W)
    """
    found = np.isnan(x)
    return np.sum(np.where(found, np.zeros_like(x), x), axis=(2, 3)) / np.sum(~found, axis=(2, 3)).astype(x.dtype)
