"""Mistakes people make in clip_by_global_norm: limit · g / norm for every g where norm > limit, one norm for all."""

import numpy as np


def a_norm_for_each_array(grads, *, limit):
    """You clipped every array by its own norm.

    Take one norm over all arrays and multiply all by the same factor, so that the step keeps its direction.
    norm = √Σ g², over all elements of all arrays. A single array that is not 0 comes out right.
    """
    return [_shortened([grad], np.sqrt(np.sum(grad**2)), limit)[0] for grad in grads]


def sum_of_norms(grads, *, limit):
    """You added up the norms of the arrays.

    Add up the squares and take the root once.
    norm = √Σ g², over all elements of all arrays.
    """
    return _shortened(grads, sum(np.sqrt(np.sum(grad**2)) for grad in grads), limit)


def largest_norm(grads, *, limit):
    """You measured the gradients by the longest of them.

    Add up the squares of all arrays and take the root.
    norm = √Σ g², over all elements of all arrays.
    """
    return _shortened(grads, np.max(np.stack([np.sqrt(np.sum(grad**2)) for grad in grads])), limit)


def norm_of_the_first_array(grads, *, limit):
    """You took the norm of the first array for all of them, for instance because a return stands inside the loop.

    Add up the squares of all arrays and take the root.
    norm = √Σ g², over all elements of all arrays.
    """
    return _shortened(grads, np.sqrt(np.sum(grads[0] ** 2)), limit)


def norm_so_far(grads, *, limit):
    """You shortened each array while the sum of squares was still growing.

    Add up all squares first, then go through the arrays again.
    norm = √Σ g², over all elements of all arrays; yours is right for the last one.
    """
    squares, clipped = np.zeros_like(np.sum(grads[0])), []
    for grad in grads:
        squares = squares + np.sum(grad**2)
        clipped += _shortened([grad], np.sqrt(squares), limit)
    return clipped


def root_forgotten(grads, *, limit):
    """You compared and divided by the sum of squares, without the root.

    Take the root: the limit is a length.
    norm = √Σ g², over all elements of all arrays.
    """
    return _shortened(grads, sum(np.sum(grad**2) for grad in grads), limit)


def averages_over_the_arrays(grads, *, limit):
    """You divided the sum of squares by the number of arrays.

    A length is no average.
    norm = √Σ g², over all elements of all arrays.
    """
    return _shortened(grads, np.sqrt(sum(np.sum(grad**2) for grad in grads) / len(grads)), limit)


def lengthens_short_gradients(grads, *, limit):
    """You gave the gradients the length of the limit even where they were shorter.

    Leave them as they are within the limit.
    limit · g / norm only where norm > limit.
    """
    norm = _norm(grads)
    return [grad * (limit / np.where(norm > 0, norm, np.ones_like(norm))) for grad in grads]


def clips_every_element(grads, *, limit):
    """You cut off every element at ±limit, which turns the gradient: that is clipping by value.

    Multiply all arrays by one factor.
    limit · g / norm.
    """
    return [np.maximum(np.minimum(grad, limit), -limit) for grad in grads]


def shortens_to_one(grads, *, limit):
    """You gave gradients that are too long the length 1.

    Multiply by the limit as well.
    limit · g / norm.
    """
    norm = _norm(grads)
    return [grad / np.where(norm > limit, norm, np.ones_like(norm)) for grad in grads]


def divides_by_a_zero_norm(grads, *, limit):
    """You multiplied by min(norm, limit) / norm, which is 0/0 = NaN where there is no gradient.

    Divide only where the norm is above the limit.
    g stays where norm ≤ limit, 0 included.
    """
    norm = _norm(grads)
    with np.errstate(invalid="ignore"):
        return [grad * (np.minimum(norm, limit) / norm) for grad in grads]


def overwrites_its_input(grads, *, limit):
    """You shortened the gradients in place, so the caller's arrays are changed.

    Build new arrays.
    limit · g / norm where norm > limit, with g left as it was.
    """
    for grad, clipped in zip(grads, _shortened(grads, _norm(grads), limit), strict=True):
        grad[...] = clipped
    return list(grads)


def _norm(grads):
    return np.sqrt(sum(np.sum(grad**2) for grad in grads))


def _shortened(grads, norm, limit):
    longer = norm > limit
    factor = limit / np.where(longer, norm, np.ones_like(norm))
    return [np.where(longer, grad * factor, grad) for grad in grads]
