"""Mistakes in the gradient of global average pooling."""

import numpy as np


def gradient_not_divided(dy, x):
    """You gave every position the whole gradient.

    Each gets an equal share. Yours is right only for images of one position.

        dx_nchw = dy_nc / (H·W)
    """
    return _spread(dy, x)


def divided_by_the_height_only(dy, x):
    """You divided the gradient by H alone.

    Divide by H·W. Images of one column come out right.

        dx_nchw = dy_nc / (H·W)
    """
    return _spread(dy, x) / x.shape[2]


def divided_by_the_height_squared(dy, x):
    """You divided the gradient by H², as if all images were square.

    Divide by H·W. Square images come out right.

        dx_nchw = dy_nc / (H·W)
    """
    return _spread(dy, x) / x.shape[2] ** 2


def divided_by_everything(dy, x):
    """You divided by the size of x, images and channels included.

    Each mean is over H·W positions. A single channel of a single image comes out right.

        dx_nchw = dy_nc / (H·W)
    """
    return _spread(dy, x) / max(x.size, 1)


def given_to_the_largest(dy, x):
    """You gave the gradient to the largest element, as max pooling does.

    All positions share it. Yours is right only for images of one position.

        dx_nchw = dy_nc / (H·W)
    """
    flat = np.reshape(x, (*dy.shape, x.shape[2] * x.shape[3]))
    hit = np.arange(flat.shape[2]) == np.argmax(flat, axis=2)[:, :, np.newaxis]
    return np.reshape(np.where(hit, dy[:, :, np.newaxis], np.zeros_like(dy, shape=())), x.shape)


def not_spread(dy, x):
    """You divided the gradient but left it (N, C, 1, 1).

    The gradient of x has x's shape. Images of one position come out right.

        dx_nchw = dy_nc / (H·W)
    """
    return dy[:, :, np.newaxis, np.newaxis] / (x.shape[2] * x.shape[3])


def _spread(dy, x):
    """The gradient at every position, undivided."""
    return np.copy(np.broadcast_to(dy[:, :, np.newaxis, np.newaxis], x.shape))
