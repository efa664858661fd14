"""The style loss in plain Python."""

import numpy as np

from ._checks import require_choice, require_maps, require_same_shape
from ._matrices import gram, product, rows_of
from ._numbers import quotient


def style_loss(style, generated, *, scale="quarter_squared_volume"):
    """Two Gram matrices, of which half is computed, and one pass over their difference."""
    divisor = _divisor(style, generated, scale)
    difference = _difference(rows_of(generated), rows_of(style))
    return quotient(sum(d * d for row in difference for d in row), divisor)


def style_loss_backward(style, generated, *, scale="quarter_squared_volume"):
    """The difference of the Gram matrices, scaled while it is small, times the features."""
    divisor = _divisor(style, generated, scale)
    rows = rows_of(generated)
    weights = [[quotient(4.0 * d, divisor) for d in row] for row in _difference(rows, rows_of(style))]
    return np.array(product(weights, rows), generated.dtype).reshape(generated.shape)


def _difference(generated, style):
    pairs = zip(gram(generated), gram(style), strict=True)
    return [[g - a for g, a in zip(*rows, strict=True)] for rows in pairs]


def _divisor(style, generated, scale):
    require_maps(style=style)
    require_same_shape(style=style, generated=generated)
    require_choice("scale", scale, ("quarter_squared_volume", "mean"))
    return {"quarter_squared_volume": 4 * style.size**2, "mean": len(style) ** 2}[scale]
