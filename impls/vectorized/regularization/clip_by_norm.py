"""Gradients shortened to a limit, in NumPy."""

import math

import numpy as np

from ._checks import require_not_negative


def clip_by_norm(grad, *, limit):
    """A dot product of the gradient with itself, and a single product per element."""
    require_not_negative("limit", limit)
    flat = grad.ravel(order="K")
    norm = math.sqrt(flat @ flat)
    return np.asarray(grad * (limit / norm)) if norm > limit else grad.copy()
