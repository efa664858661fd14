"""The penalty on the sizes of weights, compiled."""

import numpy as np
from numba import njit

from ..loss._arrays import BLOCK, REORDER, flat
from ._checks import require_not_negative


def l1_penalty(w, *, strength):
    """One pass in which no absolute value is ever stored."""
    require_not_negative("strength", strength)
    return strength * _sizes(flat(w))


def l1_penalty_gradient(w, *, strength):
    """One compiled loop: each element is read and written once, with selects instead of branches."""
    require_not_negative("strength", strength)
    gradient = np.empty(w.shape, w.dtype)
    _signs(flat(w), w.dtype.type(strength), gradient.reshape(-1))
    return gradient


@njit(cache=True, error_model="numpy")
def _sizes(w):
    total = 0.0
    for start in range(0, w.size, BLOCK):
        total += _block(w[start : start + BLOCK])
    return total


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _block(w):
    total = w.dtype.type(0)
    for i in range(w.size):
        total += abs(w[i])
    return total


@njit(cache=True, error_model="numpy")
def _signs(w, strength, gradient):
    for i in range(w.size):
        not_above = -strength if w[i] < 0 else w[i]
        gradient[i] = strength if w[i] > 0 else not_above
