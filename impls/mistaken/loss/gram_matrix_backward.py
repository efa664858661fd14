"""Mistakes people make in gram_matrix_backward: (dy + dyᵀ) F."""

from ._maps import flat, mixed


def _scaled(slopes, scale):
    return slopes / max(slopes.size, 1) if scale == "volume" else slopes


def one_side_only(dy, features, *, scale="none"):
    """You differentiated with respect to one of the two factors only.

    F stands on both sides of F Fᵀ: each contributes.
    ∂F = (dy + dyᵀ) F.
    """
    return _scaled((dy @ flat(features)).reshape(features.shape), scale)


def other_side_only(dy, features, *, scale="none"):
    """You multiplied with dyᵀ only, the part of the second factor.

    F stands on both sides of F Fᵀ: each contributes.
    ∂F = (dy + dyᵀ) F.
    """
    return _scaled((dy.T @ flat(features)).reshape(features.shape), scale)


def takes_dy_for_symmetric(dy, features, *, scale="none"):
    """You wrote 2·dy·F, which is right only if dy is symmetric.

    It is after a style loss, but need not be: add the transpose.
    ∂F = (dy + dyᵀ) F.
    """
    return _scaled((2 * dy @ flat(features)).reshape(features.shape), scale)


def averaged_over_both_sides(dy, features, *, scale="none"):
    """You averaged dy and its transpose.

    The two contributions add up.
    ∂F = (dy + dyᵀ) F.
    """
    return _scaled(((dy + dy.T) / 2 @ flat(features)).reshape(features.shape), scale)


def channels_mixed(dy, features, *, scale="none"):
    """You reshaped the features to (H·W, C) and transposed, and so back: the channels come first here, not last.

    Reshape to (C, H·W), and back to (C, H, W).
    ∂F = (dy + dyᵀ) F, F = features.reshape(C, H·W).
    """
    return _scaled(((dy + dy.T) @ mixed(features)).T.reshape(features.shape), scale)


def averaged_over_positions(dy, features):
    """You divided by the number of positions, which the Gram matrix does not.

    The gradient has the scale of the forward pass.
    ∂F = (dy + dyᵀ) F.
    """
    return ((dy + dy.T) @ flat(features)).reshape(features.shape) / max(features[0].size, 1)
