"""Gradients cut off element by element, in plain Python."""

import numpy as np

from ._checks import require_not_negative


def clip_by_value(grad, *, limit):
    """Two comparisons per element, in an order that lets NaN through."""
    require_not_negative("limit", limit)
    clipped = [limit if g > limit else -limit if g < -limit else g for g in grad.ravel().tolist()]
    return np.array(clipped, grad.dtype).reshape(grad.shape)
