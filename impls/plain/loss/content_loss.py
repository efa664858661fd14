"""The content loss in plain Python."""

import math

import numpy as np

from ._checks import require_choice, require_maps, require_same_shape
from ._numbers import quotient


def content_loss(content, generated, *, scale="half"):
    """One pass, one running sum in double precision."""
    pairs = zip(*_lists(content, generated, scale), strict=True)
    differences = (g - c for c, g in pairs)
    return quotient(sum(d * d for d in differences), _divisor(content.shape, scale))


def content_loss_backward(content, generated, *, scale="half"):
    """One difference per element, scaled by one factor found beforehand."""
    pairs = zip(*_lists(content, generated, scale), strict=True)
    factor = quotient(2.0, _divisor(content.shape, scale))
    return np.array([factor * (g - c) for c, g in pairs], content.dtype).reshape(content.shape)


def _lists(content, generated, scale):
    require_maps(content=content)
    require_same_shape(content=content, generated=generated)
    require_choice("scale", scale, ("half", "quarter_volume", "mean"))
    return content.ravel().tolist(), generated.ravel().tolist()


def _divisor(shape, scale):
    return {"half": 2, "quarter_volume": 4 * math.prod(shape), "mean": math.prod(shape)}[scale]
