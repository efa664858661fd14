"""The style loss of neural style transfer, and its gradient."""

import math

import numpy as np

from ._checks import require_choice, require_maps, require_same_shape


def style_loss(style: np.ndarray, generated: np.ndarray, *, scale: str = "quarter_squared_volume") -> np.ndarray:
    """Add up the squared differences of two images' Gram matrices.

    Args:
        style: (C, H, W), the feature maps of the style image.
        generated: (C, H, W), those of the generated image.
        scale: "quarter_squared_volume" for 1/(4·C²·(H·W)²), or "mean" for 1/C².

    Returns:
        scale · Σ (G − A)², a scalar, where A and G are the unscaled Gram matrices of style and generated.

    Raises:
        ValueError: the shapes differ or are not (C, H, W), or scale is unknown.

    Source: Gatys, Ecker and Bethge, A Neural Algorithm of Artistic Style, 2015, equation 4.
    """
    _require(style, generated, scale)
    difference = _gram(_flat(generated)) - _gram(_flat(style))
    with np.errstate(invalid="ignore"):  # 0/0, the mean of nothing, is NaN
        return np.sum(difference**2) / _divisor(style.shape, scale)


def style_loss_backward(
    style: np.ndarray, generated: np.ndarray, *, scale: str = "quarter_squared_volume"
) -> np.ndarray:
    """Differentiate the loss with respect to the generated image's feature maps.

    Args:
        style: (C, H, W), the feature maps of the style image.
        generated: (C, H, W), those of the generated image.
        scale: as in the forward pass.

    Returns:
        4 · scale · (G − A) F, of shape (C, H, W), where F are the generated features as (C, H·W).

    Raises:
        ValueError: the shapes differ or are not (C, H, W), or scale is unknown.

    Source: Gatys, Ecker and Bethge 2015, equation 6, without its cut at inactive features, which belongs to the
    network's relu.
    """
    _require(style, generated, scale)
    flat = _flat(generated)
    difference = _gram(flat) - _gram(_flat(style))
    return (4 * (difference @ flat) / _divisor(style.shape, scale)).reshape(generated.shape)


def _flat(features: np.ndarray) -> np.ndarray:
    channels, height, width = features.shape
    return features.reshape(channels, height * width)


def _gram(flat: np.ndarray) -> np.ndarray:
    return flat @ flat.T


def _divisor(shape: tuple[int, ...], scale: str) -> int:
    return {"quarter_squared_volume": 4 * math.prod(shape) ** 2, "mean": shape[0] ** 2}[scale]


def _require(style: np.ndarray, generated: np.ndarray, scale: str) -> None:
    require_maps(style=style)
    require_same_shape(style=style, generated=generated)
    require_choice("scale", scale, ("quarter_squared_volume", "mean"))
