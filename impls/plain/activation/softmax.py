"""Softmax in plain Python."""

import math

import numpy as np

from ._checks import require_axis, require_same_shape


def softmax(x, *, axis=-1):
    """One line at a time, in double precision, shifted so that exp never overflows."""
    require_axis(axis, x)
    flat = x.ravel().tolist()
    for line in _lines(x.shape, axis):
        flat[line] = _softmax_line(flat[line])
    return np.array(flat, x.dtype).reshape(x.shape)


def softmax_backward(dy, x, *, axis=-1):
    """One line at a time: a dot product instead of the full Jacobian."""
    require_same_shape(dy, x)
    require_axis(axis, x)
    gradients, flat = dy.ravel().tolist(), x.ravel().tolist()
    for line in _lines(x.shape, axis):
        y, along = _softmax_line(flat[line]), gradients[line]
        projection = sum(g * p for g, p in zip(along, y, strict=True))
        flat[line] = [p * (g - projection) for g, p in zip(along, y, strict=True)]
    return np.array(flat, dy.dtype).reshape(x.shape)


def _lines(shape, axis):
    """The slices of the flat list that run along the axis."""
    axis %= len(shape)
    length, step = shape[axis], math.prod(shape[axis + 1 :])
    for outer in range(math.prod(shape[:axis])):
        for start in range(outer * length * step, outer * length * step + step):
            yield slice(start, start + length * step, step)


def _softmax_line(scores):
    if not scores:
        return []
    # A NaN either is Python's max, or reaches the sum: both make the whole line NaN.
    top = max(scores)
    exponentials = [math.exp(score - top) for score in scores]
    total = sum(exponentials)
    return [e / total for e in exponentials]
