"""Gradients shortened to a limit, compiled."""

import math

import numpy as np

from ..loss._arrays import flat
from ._checks import require_not_negative
from .l2_penalty import _scaled, _squares


def clip_by_norm(grad, *, limit):
    """Two passes, of which the second only copies a gradient within the limit."""
    require_not_negative("limit", limit)
    gradient = flat(grad)
    norm = math.sqrt(_squares(gradient))
    clipped = np.empty(grad.shape, grad.dtype)
    _scaled(gradient, grad.dtype.type(limit / norm if norm > limit else 1), clipped.reshape(-1))
    return clipped
