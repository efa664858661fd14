"""Mistakes people make in gram_matrix: F Fᵀ with the features as (C, H·W)."""

import numpy as np

from ._maps import flat, gram, mixed


def channels_mixed(features):
    """You reshaped to (H·W, C) and transposed, which is right only where the channels come last in memory.

    The channels come first here: reshape to (C, H·W) and leave it at that.
    G = F Fᵀ, F = features.reshape(C, H·W).
    """
    return gram(mixed(features))


def positions_compared(features):
    """You computed FᵀF, which compares positions with each other.

    Style is which channels go together, wherever that is: compare channels.
    G = F Fᵀ, of shape (C, C).
    """
    return gram(flat(features).T)


def covariance(features):
    """You took each channel's mean off first: a covariance, not a Gram matrix.

    Multiply the features as they are.
    Gᵢⱼ = Σₖ Fᵢₖ·Fⱼₖ.
    """
    rows = flat(features)
    return gram(rows - np.sum(rows, axis=1, keepdims=True) / rows.shape[1])


def correlation(features):
    """You scaled each channel to length 1 first, so that the diagonal is 1 throughout.

    Multiply the features as they are: how strong a channel is belongs to the style.
    Gᵢⱼ = Σₖ Fᵢₖ·Fⱼₖ.
    """
    with np.errstate(invalid="ignore"):
        products = gram(flat(features))
        lengths = np.sqrt(np.sum(flat(features) ** 2, axis=1))
        return products / (lengths[:, None] * lengths)


def averaged_over_positions(features):
    """You divided by the number of positions.

    Add up over the positions; the style loss has the scale.
    G = F Fᵀ.
    """
    return gram(flat(features)) / (features.shape[1] * features.shape[2])


def averaged_over_channels(features):
    """You divided by the number of channels.

    Add up over the positions; the style loss has the scale.
    G = F Fᵀ.
    """
    return gram(flat(features)) / len(features)


def cut_at_zero(features):
    """You applied relu before multiplying.

    Which layer is looked at is the caller's choice: multiply the features as they are.
    G = F Fᵀ.
    """
    return gram(np.maximum(flat(features), 0))
