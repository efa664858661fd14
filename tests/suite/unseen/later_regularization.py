"""Mistakes in regularization that were written after the suite, by someone who had not seen it."""

import numpy as np


def clip_by_norm__spectral_norm(grad, *, limit):
    """You asked NumPy for norm 2, which for a matrix is its largest singular value; the length is the root of all squares.

    Vectors, and matrices of rank 1, have but one singular value, and there it is right. Leave `ord` out, or flatten.
    """
    _refuse_unless(limit >= 0)
    if not grad.size:
        return np.copy(grad)
    if not np.all(np.isfinite(grad)):
        norm = np.sqrt(np.sum(grad**2))
    else:
        norm = np.linalg.norm(grad if grad.ndim in (1, 2) else np.ravel(grad), 2)
    longer = norm > limit
    return np.where(longer, grad * (limit / np.where(longer, norm, np.ones_like(norm))), grad)


def clip_by_global_norm__sum_of_the_norms(grads, *, limit):
    """You added up the norms of the layers; the common norm is the root of the sum of their squares.

    Your sum is greater as soon as two layers have a gradient, so that they are shortened too early and too much.
    """
    _refuse_unless(limit >= 0)
    norm = sum(np.sqrt(np.sum(grad**2)) for grad in grads)
    longer = norm > limit
    factor = limit / np.where(longer, norm, np.ones_like(norm))
    return tuple(np.where(longer, grad * factor, grad) for grad in grads)


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
