"""Gradients cut off element by element."""

import numpy as np

from ._checks import require_not_negative


def clip_by_value(grad: np.ndarray, *, limit: float) -> np.ndarray:
    """Cut off the elements of a gradient at ±limit.

    Args:
        grad: any shape.
        limit: the greatest absolute value, 0 or more.

    Returns:
        max(−limit, min(limit, grad)), of grad's shape.

    Raises:
        ValueError: limit is negative.

    Source: Goodfellow, Bengio and Courville, Deep Learning, MIT Press 2016, §10.11.1.
    """
    require_not_negative("limit", limit)
    return np.maximum(np.minimum(grad, limit), -limit)
