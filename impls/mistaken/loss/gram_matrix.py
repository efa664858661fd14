"""Mistakes people make in gram_matrix: F Fᵀ with the features as (C, H·W)."""

import numpy as np

from ._maps import flat, gram, mixed


def _scaled(products, features, scale):
    return products / features.size if scale == "volume" else products


def channels_mixed(features, *, scale="none"):
    """You reshaped to (H·W, C) and transposed, which is right only where the channels come last in memory.

    The channels come first here: reshape to (C, H·W) and leave it at that.
    G = F Fᵀ, F = features.reshape(C, H·W).
    """
    return _scaled(gram(mixed(features)), features, scale)


def positions_compared(features, *, scale="none"):
    """You computed FᵀF, which compares positions with each other.

    Style is which channels go together, wherever that is: compare channels.
    G = F Fᵀ, of shape (C, C).
    """
    return _scaled(gram(flat(features).T), features, scale)


def covariance(features, *, scale="none"):
    """You took each channel's mean off first: a covariance, not a Gram matrix.

    Multiply the features as they are.
    Gᵢⱼ = Σₖ Fᵢₖ·Fⱼₖ.
    """
    rows = flat(features)
    return _scaled(gram(rows - np.sum(rows, axis=1, keepdims=True) / rows.shape[1]), features, scale)


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


def averaged_over_channels(features, *, scale="none"):
    """You divided by the number of channels.

    Add up over the positions; the style loss has the scale.
    G = F Fᵀ.
    """
    return _scaled(gram(flat(features)) / len(features), features, scale)


def cut_at_zero(features, *, scale="none"):
    """You applied relu before multiplying.

    Which layer is looked at is the caller's choice: multiply the features as they are.
    G = F Fᵀ.
    """
    return _scaled(gram(np.maximum(flat(features), 0)), features, scale)
