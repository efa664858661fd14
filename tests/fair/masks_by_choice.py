"""Masks by a choice of True or False."""

import _masks
import numpy as np
from _how import carried_out


def _mask(shape, keep, rng):
    return np.asarray(rng.choice([True, False], size=shape, p=[keep, 1 - keep]))


globals().update(carried_out(_mask, _masks))


def dropout_backward(dy, mask, *, rate):
    """By a factor."""
    return dy * mask * (1 / (1 - rate))
