"""The style loss: BLAS for the products, compiled loops for the rest."""

from ._arrays import quotient, scaled_difference, squared_distance
from ._checks import require_choice, require_maps, require_same_shape
from ._maps import flat_maps


def style_loss(style, generated, *, scale="quarter_squared_volume"):
    """Two products by BLAS; their difference is never stored."""
    divisor = _divisor(style, generated, scale)
    style, generated = flat_maps(style), flat_maps(generated)
    distance = squared_distance((generated @ generated.T).reshape(-1), (style @ style.T).reshape(-1))
    return quotient(distance, divisor)


def style_loss_backward(style, generated, *, scale="quarter_squared_volume"):
    """Three products by BLAS; the small matrices are subtracted and scaled in one pass."""
    divisor = _divisor(style, generated, scale)
    style, flat = flat_maps(style), flat_maps(generated)
    difference = flat @ flat.T
    factor = generated.dtype.type(quotient(4, divisor))
    scaled_difference(difference.reshape(-1), (style @ style.T).reshape(-1), factor, difference.reshape(-1))
    return (difference @ flat).reshape(generated.shape)


def _divisor(style, generated, scale):
    require_maps(style=style)
    require_same_shape(style=style, generated=generated)
    require_choice("scale", scale, ("quarter_squared_volume", "mean"))
    return {"quarter_squared_volume": 4 * style.size**2, "mean": len(style) ** 2}[scale]
