"""The logarithm of softmax in plain Python."""

import math

import numpy as np

from ._checks import require_axis, require_same_shape
from .softmax import _lines, _softmax_line


def log_softmax(x, *, axis=-1):
    """One line at a time, in double precision: one logarithm for the whole line."""
    require_axis(axis, x)
    flat = x.ravel().tolist()
    for line in _lines(x.shape, axis):
        flat[line] = _log_softmax_line(flat[line])
    return np.array(flat, x.dtype).reshape(x.shape)


def log_softmax_backward(dy, x, *, axis=-1):
    """One line at a time: a sum instead of the full Jacobian."""
    require_same_shape(dy, x)
    require_axis(axis, x)
    gradients, flat = dy.ravel().tolist(), x.ravel().tolist()
    for line in _lines(x.shape, axis):
        along = gradients[line]
        total = sum(along)
        flat[line] = [g - p * total for g, p in zip(along, _softmax_line(flat[line]), strict=True)]
    return np.array(flat, dy.dtype).reshape(x.shape)


def _log_softmax_line(scores):
    if not scores:
        return []
    # A NaN either is Python's max, or reaches the sum: both make the whole line NaN.
    top = max(scores)
    total = math.log(sum(math.exp(score - top) for score in scores))
    return [score - top - total for score in scores]
