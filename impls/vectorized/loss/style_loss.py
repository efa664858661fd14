"""The style loss in NumPy."""

from ._checks import require_choice, require_maps, require_same_shape
from ._numbers import flat_maps, quotient


def style_loss(style, generated, *, scale="quarter_squared_volume"):
    """Two products by BLAS; what is left is small."""
    divisor = _divisor(style, generated, scale)
    difference = _difference(style, generated).ravel()
    return quotient(difference @ difference, divisor)


def style_loss_backward(style, generated, *, scale="quarter_squared_volume"):
    """Three products by BLAS; the scale goes to the small matrix."""
    divisor = _divisor(style, generated, scale)
    difference = _difference(style, generated)
    difference *= quotient(4, divisor)
    return (difference @ flat_maps(generated)).reshape(generated.shape)


def _difference(style, generated):
    style, generated = flat_maps(style), flat_maps(generated)
    difference = generated @ generated.T
    difference -= style @ style.T
    return difference


def _divisor(style, generated, scale):
    require_maps(style=style)
    require_same_shape(style=style, generated=generated)
    require_choice("scale", scale, ("quarter_squared_volume", "mean"))
    return {"quarter_squared_volume": 4 * style.size**2, "mean": len(style) ** 2}[scale]
