"""The Gram matrix in plain Python."""

import numpy as np

from ._checks import require_choice, require_maps
from ._matrices import gram, product, rows_of


def gram_matrix(features, *, scale="none"):
    """Half of the products: the matrix is symmetric."""
    divisor = _divisor(features, scale)
    products = [[value / divisor for value in row] for row in gram(rows_of(features))]
    return np.array(products, features.dtype).reshape(len(features), len(features))


def gram_matrix_backward(dy, features, *, scale="none"):
    """One matrix product, with dy made symmetric beforehand."""
    divisor = _divisor(features, scale)
    if dy.shape != (len(features), len(features)):
        raise ValueError(f"dy must be {(len(features), len(features))}, a square of channels, got shape {dy.shape}")
    both = [
        [(a + b) / divisor for a, b in zip(row, column, strict=True)]
        for row, column in zip(dy.tolist(), dy.T.tolist(), strict=True)
    ]
    return np.array(product(both, rows_of(features)), features.dtype).reshape(features.shape)


def _divisor(features, scale):
    require_maps(features=features)
    require_choice("scale", scale, ("none", "volume"))
    return (features.size or 1) if scale == "volume" else 1
