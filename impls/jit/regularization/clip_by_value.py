"""Gradients cut off element by element, compiled."""

import numpy as np
from numba import njit

from ..loss._arrays import flat
from ._checks import require_not_negative


def clip_by_value(grad, *, limit):
    """One compiled loop: each element is read and written once, with selects instead of branches."""
    require_not_negative("limit", limit)
    clipped = np.empty(grad.shape, grad.dtype)
    _clipped(flat(grad), grad.dtype.type(limit), clipped.reshape(-1))
    return clipped


@njit(cache=True, error_model="numpy")
def _clipped(grad, limit, clipped):
    for i in range(grad.size):
        not_above = limit if grad[i] > limit else grad[i]
        clipped[i] = -limit if not_above < -limit else not_above
