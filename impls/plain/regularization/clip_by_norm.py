"""Gradients shortened to a limit, in plain Python."""

import math

import numpy as np

from ._checks import require_not_negative


def clip_by_norm(grad, *, limit):
    """One pass for the length, and one that shortens only if it has to."""
    require_not_negative("limit", limit)
    values = grad.ravel().tolist()
    norm = math.sqrt(sum(g * g for g in values))
    if norm > limit:
        scale = limit / norm
        values = [g * scale for g in values]
    return np.array(values, grad.dtype).reshape(grad.shape)
