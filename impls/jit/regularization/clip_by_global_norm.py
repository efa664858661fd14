"""Gradients shortened to a limit together, compiled."""

import math

import numpy as np

from ..loss._arrays import flat
from ._checks import require_not_negative
from .l2_penalty import _scaled, _squares


def clip_by_global_norm(grads, *, limit):
    """Two passes over each layer, of which the second only copies what is within the limit."""
    require_not_negative("limit", limit)
    layers = [flat(grad) for grad in grads]
    norm = math.sqrt(sum(_squares(layer) for layer in layers))
    factor = limit / norm if norm > limit else 1
    clipped = [np.empty(grad.shape, grad.dtype) for grad in grads]
    for layer, target in zip(layers, clipped, strict=True):
        _scaled(layer, layer.dtype.type(factor), target.reshape(-1))
    return clipped
