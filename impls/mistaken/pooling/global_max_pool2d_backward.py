"""Mistakes in the gradient of global max pooling."""

import numpy as np


def given_to_the_last_of_equals(dy, x):
    """You gave the gradient of equal maxima to the last of them: the search went on with ≥.

    The first in row-major order gets it. Without equal maxima yours is right.

        dx at the first maximum = dy
    """
    flat = _flat(x)
    return _one(dy, x, flat.shape[2] - 1 - np.argmax(flat[:, :, ::-1], axis=2))


def given_to_the_first_by_columns(dy, x):
    """You searched column by column.

    The first maximum in row-major order gets the gradient. Without equal maxima yours is right.

        dx at the first maximum = dy
    """
    height, width = x.shape[2:]
    where = np.argmax(np.reshape(np.swapaxes(x, 2, 3), _flat(x).shape), axis=2)
    return _one(dy, x, where % height * width + where // height)


def shared_by_all_positions(dy, x):
    """You gave every position an equal share, as average pooling does.

    Only the maximum counts. Yours is right only for images of one position.

        dx at the first maximum = dy
    """
    return np.copy(np.broadcast_to(dy[:, :, np.newaxis, np.newaxis], x.shape)) / (x.shape[2] * x.shape[3])


def dy_forgotten(dy, x, *, ties="first"):
    """You returned where the maximum is, as zeros and ones, without dy.

    Put dy there. Yours is right only where dy is 1.

        dx at the first maximum = dy
    """
    return _won(np.ones_like(dy), x, ties)


def search_from_zero(dy, x, *, ties="first"):
    """You started the search at 0, so that an image of negative numbers has no winner.

    Start at −∞, or at the first element. Yours is right where something is positive.

        dx at the first maximum = dy
    """
    found = np.max(x, axis=(2, 3)) < 0
    return _won(np.where(found, np.zeros_like(dy), dy), x, ties)


def largest_magnitude(dy, x, *, ties="first"):
    """You gave the gradient to the element that is farthest from 0, whatever its sign.

    −5 is smaller than 1. Yours is right where nothing is negative.

        dx at the first maximum = dy
    """
    return _won(dy, np.abs(x), ties)


def lost_with_a_not_a_number(dy, x, *, ties="first"):
    """You looked for the elements that equal the maximum, and a NaN equals nothing, not even itself.

    The first NaN takes the gradient. Without NaNs yours is right.

        dx at the first maximum = dy
    """
    lost = np.any(np.isnan(x), axis=(2, 3))
    return _won(np.where(lost, np.zeros_like(dy), dy), x, ties)


def _flat(x):
    """Images as rows."""
    return np.reshape(x, (*x.shape[:2], x.shape[2] * x.shape[3]))


def _one(dy, x, where):
    """dy at one place of each image, given by its flat index."""
    hit = np.arange(x.shape[2] * x.shape[3]) == where[:, :, np.newaxis]
    return np.reshape(np.where(hit, dy[:, :, np.newaxis], np.zeros_like(dy, shape=())), x.shape)


def _won(dy, x, ties):
    """dy at the maxima of each image, or at its first NaN, as it should be."""
    flat = _flat(x)
    winners = first = np.arange(flat.shape[2]) == np.argmax(flat, axis=2)[:, :, np.newaxis]
    if ties != "first":
        lost = np.any(np.isnan(flat), axis=2, keepdims=True)
        winners = np.where(lost, first, flat == np.max(flat, axis=2, keepdims=True))
    share = dy / np.sum(winners, axis=2).astype(dy.dtype) if ties == "split" else dy
    return np.reshape(np.where(winners, share[:, :, np.newaxis], np.zeros_like(dy, shape=())), x.shape)
