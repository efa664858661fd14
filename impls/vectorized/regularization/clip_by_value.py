"""Gradients cut off element by element, in NumPy."""

import numpy as np

from ._checks import require_not_negative


def clip_by_value(grad, *, limit):
    """Both ends in one pass, without a mask."""
    require_not_negative("limit", limit)
    return np.asarray(np.clip(grad, -limit, limit))
