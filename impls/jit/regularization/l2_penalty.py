"""The penalty on the squares of weights, compiled."""

import numpy as np
from numba import njit

from ..loss._arrays import BLOCK, REORDER, flat
from ._checks import require_choice, require_not_negative


def l2_penalty(w, *, strength, factor="half"):
    """One pass in which no square is ever stored."""
    _require(strength, factor)
    return strength * (0.5 if factor == "half" else 1.0) * _squares(flat(w))


def l2_penalty_gradient(w, *, strength, factor="half"):
    """One compiled loop: each element is read and written once."""
    _require(strength, factor)
    gradient = np.empty(w.shape, w.dtype)
    _scaled(flat(w), w.dtype.type(strength if factor == "half" else 2 * strength), gradient.reshape(-1))
    return gradient


def _require(strength, factor):
    require_not_negative("strength", strength)
    require_choice("factor", factor, ("half", "one"))


@njit(cache=True, error_model="numpy")
def _squares(w):
    total = 0.0
    for start in range(0, w.size, BLOCK):
        total += _block(w[start : start + BLOCK])
    return total


@njit(cache=True, error_model="numpy", fastmath=REORDER)
def _block(w):
    total = w.dtype.type(0)
    for i in range(w.size):
        total += w[i] * w[i]
    return total


@njit(cache=True, error_model="numpy")
def _scaled(w, scale, gradient):
    for i in range(w.size):
        gradient[i] = scale * w[i]
