"""The Gram matrix of feature maps, and the gradient through it."""

import numpy as np

from ._checks import require_choice, require_maps


def gram_matrix(features: np.ndarray, *, scale: str = "none") -> np.ndarray:
    """Multiply each channel with each other, position by position, and add up over the positions.

    Args:
        features: (C, H, W).
        scale: "none", or "volume" to divide by C·H·W.

    Returns:
        G = F Fᵀ, of shape (C, C), where F are the features as (C, H·W).

    Raises:
        ValueError: features is not (C, H, W), or scale is unknown.

    Source: Gatys, Ecker and Bethge, A Neural Algorithm of Artistic Style, 2015, equation 3.
    """
    _require(features, scale)
    flat = _flat(features)
    return flat @ flat.T / _divisor(features, scale)


def gram_matrix_backward(dy: np.ndarray, features: np.ndarray, *, scale: str = "none") -> np.ndarray:
    """Carry a gradient back through the Gram matrix.

    Args:
        dy: (C, C), the gradient with respect to the Gram matrix, symmetric or not.
        features: (C, H, W).
        scale: as in the forward pass.

    Returns:
        (dy + dyᵀ) F, of shape (C, H, W).

    Raises:
        ValueError: features is not (C, H, W), dy is not (C, C), or scale is unknown.

    Source: the derivative of equation 3 of Gatys, Ecker and Bethge 2015; each channel stands on both sides.
    """
    _require(features, scale)
    if dy.shape != (len(features), len(features)):
        raise ValueError(f"dy must be {(len(features), len(features))}, a square of channels, got shape {dy.shape}")
    return ((dy + dy.T) @ _flat(features) / _divisor(features, scale)).reshape(features.shape)


def _flat(features: np.ndarray) -> np.ndarray:
    channels, height, width = features.shape
    return features.reshape(channels, height * width)


def _divisor(features: np.ndarray, scale: str) -> int:
    return features.size if scale == "volume" else 1


def _require(features: np.ndarray, scale: str) -> None:
    require_maps(features=features)
    require_choice("scale", scale, ("none", "volume"))
