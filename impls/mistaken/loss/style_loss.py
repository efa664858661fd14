"""Mistakes people make in style_loss: Σ (G − A)² / (4·C²·(H·W)²), A and G the Gram matrices of the two images."""

import numpy as np

from ._maps import flat, gram, mixed


def _divisor(features, scale):
    return 4 * features.size**2 if scale == "quarter_squared_volume" else len(features) ** 2


def volume_not_squared(style, generated):
    """You divided by 4·C·H·W; Gram matrices grow with the number of positions, and their squares with its square.

    Square the volume.
    L = Σ (G − A)² / (4·C²·(H·W)²).
    """
    return _distance(gram(flat(generated)), gram(flat(style))) / (4 * style.size)


def positions_not_squared(style, generated):
    """You squared the number of channels, but not the number of positions.

    Square both.
    L = Σ (G − A)² / (4·C²·(H·W)²).
    """
    return _distance(gram(flat(generated)), gram(flat(style))) / (4 * len(style) * style.size)


def four_forgotten(style, generated):
    """You left the 4 out of the divisor.

    The paper has it, so that the gradient has no factor.
    L = Σ (G − A)² / (4·C²·(H·W)²).
    """
    return _distance(gram(flat(generated)), gram(flat(style))) / style.size**2


def features_compared(style, generated):
    """You compared the features themselves: that is a content loss, and asks for the same things in the same places.

    Compare the Gram matrices, which forget places.
    L = Σ (G − A)² / (4·C²·(H·W)²).
    """
    return _distance(generated, style) / (4 * style.size**2)


def positions_compared(style, generated, *, scale="quarter_squared_volume"):
    """You computed FᵀF, which compares positions with each other.

    Compare channels.
    G = F Fᵀ, of shape (C, C).
    """
    return _distance(gram(flat(generated).T), gram(flat(style).T)) / _divisor(style, scale)


def channels_mixed(style, generated, *, scale="quarter_squared_volume"):
    """You reshaped to (H·W, C) and transposed, which is right only where the channels come last in memory.

    The channels come first here: reshape to (C, H·W) and leave it at that.
    G = F Fᵀ, F = features.reshape(C, H·W).
    """
    return _distance(gram(mixed(generated)), gram(mixed(style))) / _divisor(style, scale)


def gram_of_the_difference(style, generated, *, scale="quarter_squared_volume"):
    """You took the Gram matrix of the difference of the features.

    Take the difference of the Gram matrices.
    L = Σ (F Fᵀ − S Sᵀ)² / (4·C²·(H·W)²).
    """
    return np.sum(gram(flat(generated - style)) ** 2) / _divisor(style, scale)


def diagonal_only(style, generated, *, scale="quarter_squared_volume"):
    """You compared the diagonals only: how strong each channel is, not which ones are strong together.

    Add up over all pairs of channels.
    L = Σᵢⱼ (Gᵢⱼ − Aᵢⱼ)² / (4·C²·(H·W)²).
    """
    difference = np.sum(flat(generated) ** 2, axis=1) - np.sum(flat(style) ** 2, axis=1)
    return np.sum(difference**2) / _divisor(style, scale)


def root_taken(style, generated, *, scale="quarter_squared_volume"):
    """You took the root of the sum, the distance of the two matrices.

    Leave the root out.
    L = Σ (G − A)² / (4·C²·(H·W)²).
    """
    return np.sqrt(_distance(gram(flat(generated)), gram(flat(style)))) / _divisor(style, scale)


def _distance(a, b):
    return np.sum((a - b) ** 2)
