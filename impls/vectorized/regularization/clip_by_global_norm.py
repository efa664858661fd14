"""Gradients shortened to a limit together, in NumPy."""

import math

import numpy as np

from ._checks import require_not_negative


def clip_by_global_norm(grads, *, limit):
    """A dot product of each gradient with itself, and a single product per element."""
    require_not_negative("limit", limit)
    flat = [grad.ravel(order="K") for grad in grads]
    norm = math.sqrt(sum(float(values @ values) for values in flat))
    if norm > limit:
        return [np.asarray(grad * (limit / norm)) for grad in grads]
    return [grad.copy() for grad in grads]
