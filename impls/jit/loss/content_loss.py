"""The content loss, compiled."""

import numpy as np

from ._arrays import flat, quotient, scaled_difference, squared_distance
from ._checks import require_choice, require_maps, require_same_shape


def content_loss(content, generated, *, scale="half"):
    """One pass over both arrays: no difference is ever stored."""
    divisor = _divisor(content, generated, scale)
    return quotient(squared_distance(flat(generated), flat(content)), divisor)


def content_loss_backward(content, generated, *, scale="half"):
    """One pass: each element is read once and its gradient written once."""
    divisor = _divisor(content, generated, scale)
    gradient = np.empty(content.shape, content.dtype)
    factor = content.dtype.type(quotient(2, divisor))
    scaled_difference(flat(generated), flat(content), factor, gradient.reshape(-1))
    return gradient


def _divisor(content, generated, scale):
    require_maps(content=content)
    require_same_shape(content=content, generated=generated)
    require_choice("scale", scale, ("half", "quarter_volume", "mean"))
    return {"half": 2, "quarter_volume": 4 * content.size, "mean": content.size}[scale]
