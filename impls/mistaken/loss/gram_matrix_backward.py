"""Mistakes people make in gram_matrix_backward: (dy + dyᵀ) F."""

from ._maps import flat, mixed


def one_side_only(dy, features):
    """You differentiated with respect to one of the two factors only.

    F stands on both sides of F Fᵀ: each contributes.
    ∂F = (dy + dyᵀ) F.
    """
    return (dy @ flat(features)).reshape(features.shape)


def other_side_only(dy, features):
    """You multiplied with dyᵀ only, the part of the second factor.

    F stands on both sides of F Fᵀ: each contributes.
    ∂F = (dy + dyᵀ) F.
    """
    return (dy.T @ flat(features)).reshape(features.shape)


def takes_dy_for_symmetric(dy, features):
    """You wrote 2·dy·F, which is right only if dy is symmetric.

    It is after a style loss, but need not be: add the transpose.
    ∂F = (dy + dyᵀ) F.
    """
    return (2 * dy @ flat(features)).reshape(features.shape)


def averaged_over_both_sides(dy, features):
    """You averaged dy and its transpose.

    The two contributions add up.
    ∂F = (dy + dyᵀ) F.
    """
    return ((dy + dy.T) / 2 @ flat(features)).reshape(features.shape)


def channels_mixed(dy, features):
    """You reshaped the features to (H·W, C) and transposed, and so back: the channels come first here, not last.

    Reshape to (C, H·W), and back to (C, H, W).
    ∂F = (dy + dyᵀ) F, F = features.reshape(C, H·W).
    """
    return ((dy + dy.T) @ mixed(features)).T.reshape(features.shape)


def averaged_over_positions(dy, features):
    """You divided by the number of positions, which the Gram matrix does not.

    The gradient has the scale of the forward pass.
    ∂F = (dy + dyᵀ) F.
    """
    return ((dy + dy.T) @ flat(features)).reshape(features.shape) / max(features[0].size, 1)
