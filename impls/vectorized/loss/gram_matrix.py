"""The Gram matrix in NumPy."""

from ._checks import require_choice, require_maps
from ._numbers import flat_maps


def gram_matrix(features, *, scale="none"):
    """One product of a matrix with its own transpose, of which BLAS computes only half."""
    divisor = _divisor(features, scale)
    flat = flat_maps(features)
    products = flat @ flat.T
    if divisor > 1:
        products /= divisor
    return products


def gram_matrix_backward(dy, features, *, scale="none"):
    """One product; the scale goes to the small matrix."""
    divisor = _divisor(features, scale)
    if dy.shape != (len(features), len(features)):
        raise ValueError(f"dy must be {(len(features), len(features))}, a square of channels, got shape {dy.shape}")
    both = dy + dy.T
    if divisor > 1:
        both /= divisor
    return (both @ flat_maps(features)).reshape(features.shape)


def _divisor(features, scale):
    require_maps(features=features)
    require_choice("scale", scale, ("none", "volume"))
    return features.size if scale == "volume" else 1
