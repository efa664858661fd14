"""The content loss of neural style transfer, and its gradient."""

import math

import numpy as np

from ._checks import require_choice, require_maps, require_same_shape


def content_loss(content: np.ndarray, generated: np.ndarray, *, scale: str = "half") -> np.ndarray:
    """Add up the squared differences of two images' feature maps.

    Args:
        content: (C, H, W), the feature maps of the content image.
        generated: (C, H, W), those of the generated image.
        scale: "half", "quarter_volume" for 1/(4·C·H·W), or "mean" for 1/(C·H·W).

    Returns:
        scale · Σ (generated − content)², a scalar.

    Raises:
        ValueError: the shapes differ or are not (C, H, W), or scale is unknown.

    Source: Gatys, Ecker and Bethge, A Neural Algorithm of Artistic Style, 2015, equation 1.
    """
    _require(content, generated, scale)
    squares = np.sum((generated - content) ** 2)
    with np.errstate(invalid="ignore"):  # 0/0, the mean of nothing, is NaN
        return squares / _divisor(content.shape, scale)


def content_loss_backward(content: np.ndarray, generated: np.ndarray, *, scale: str = "half") -> np.ndarray:
    """Differentiate the loss with respect to the generated image's feature maps.

    Args:
        content: (C, H, W), the feature maps of the content image.
        generated: (C, H, W), those of the generated image.
        scale: as in the forward pass.

    Returns:
        2 · scale · (generated − content), of shape (C, H, W).

    Raises:
        ValueError: the shapes differ or are not (C, H, W), or scale is unknown.

    Source: Gatys, Ecker and Bethge 2015, equation 2, without its cut at inactive features, which belongs to the
    network's relu.
    """
    _require(content, generated, scale)
    return 2 * (generated - content) / _divisor(content.shape, scale)


def _divisor(shape: tuple[int, ...], scale: str) -> int:
    return {"half": 2, "quarter_volume": 4 * math.prod(shape), "mean": math.prod(shape)}[scale]


def _require(content: np.ndarray, generated: np.ndarray, scale: str) -> None:
    require_maps(content=content)
    require_same_shape(content=content, generated=generated)
    require_choice("scale", scale, ("half", "quarter_volume", "mean"))
