"""Masks of coins: binomial draws of one throw."""

import _masks
from _how import carried_out


def _mask(shape, keep, rng):
    return rng.binomial(1, keep, shape).astype(bool)


globals().update(carried_out(_mask, _masks))


def dropout_backward(dy, mask, *, rate):
    """Multiplied by a mask that has been scaled."""
    return dy * (mask / (1 - rate)).astype(dy.dtype)
