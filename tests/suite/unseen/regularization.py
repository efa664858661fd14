"""Mistakes in regularizers that impls/mistaken does not list."""

import numpy as np


def clip_by_global_norm__vectors_left_out_of_the_norm(grads, *, limit):
    """You measured the matrices only, as if biases had no length, but shortened the biases with them."""
    squares = [np.sum(grad**2) for grad in grads if grad.ndim > 1]
    norm = np.sqrt(sum(squares[1:], squares[0])) if squares else 0.0
    factor = limit / norm if norm > limit else 1.0
    return tuple(grad * factor for grad in grads)


def max_norm__all_shortened_like_the_longest(w, *, limit):
    """You shortened every column that is too long by the factor of the longest one, so the others end up too short."""
    norm = np.sqrt(np.sum(w**2, axis=0))
    longest = np.max(norm, initial=0)
    factor = limit / longest if longest > limit else 1.0
    return np.where(norm > limit, w * factor, w)
