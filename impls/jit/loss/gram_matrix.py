"""The Gram matrix: BLAS for the products, compiled loops for the rest."""

import numpy as np

from ._arrays import plain_memory
from ._checks import require_choice, require_maps
from ._maps import both_sides, flat_maps
from ._maps import scale as divide


def gram_matrix(features, *, scale="none"):
    """One product of a matrix with its own transpose, of which BLAS computes only half; scaled in place."""
    divisor = _divisor(features, scale)
    flat = flat_maps(features)
    products = flat @ flat.T
    if divisor > 1:
        divide(products.reshape(-1), features.dtype.type(divisor))
    return products


def gram_matrix_backward(dy, features, *, scale="none"):
    """dy is made symmetric and scaled in one pass, before the only product."""
    divisor = _divisor(features, scale)
    if dy.shape != (len(features), len(features)):
        raise ValueError(f"dy must be {(len(features), len(features))}, a square of channels, got shape {dy.shape}")
    both = np.empty(dy.shape, features.dtype)
    both_sides(plain_memory(dy), features.dtype.type(divisor), both)
    return (both @ flat_maps(features)).reshape(features.shape)


def _divisor(features, scale):
    require_maps(features=features)
    require_choice("scale", scale, ("none", "volume"))
    return features.size if scale == "volume" else 1
