"""Gradients shortened to a limit together, in plain Python."""

import math

import numpy as np

from ._checks import require_not_negative


def clip_by_global_norm(grads, *, limit):
    """One running total over all layers; what is within the limit is only copied."""
    require_not_negative("limit", limit)
    layers = [grad.ravel().tolist() for grad in grads]
    norm = math.sqrt(sum(g * g for layer in layers for g in layer))
    if norm > limit:
        scale = limit / norm
        layers = [[g * scale for g in layer] for layer in layers]
    return [np.array(layer, grad.dtype).reshape(grad.shape) for layer, grad in zip(layers, grads, strict=True)]
