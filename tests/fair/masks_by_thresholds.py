"""Masks by whole numbers below a threshold."""

import _masks
from _how import carried_out


def _mask(shape, keep, rng):
    return rng.integers(0, 2**53, shape) < round(keep * 2**53)


globals().update(carried_out(_mask, _masks))


def dropout_backward(dy, mask, *, rate):
    """Zeroed in a copy."""
    dx = dy.copy()
    dx /= 1 - rate
    dx[~mask] = 0
    return dx
