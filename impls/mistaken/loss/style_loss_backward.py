"""Mistakes people make in style_loss_backward: (G − A) F / (C²·(H·W)²), F the generated features as (C, H·W)."""

import numpy as np

from ._maps import flat, gram, mixed


def _divisor(features, scale):
    return features.size**2 if scale == "quarter_squared_volume" else len(features) ** 2 / 4


def one_side_only(style, generated, *, scale="quarter_squared_volume"):
    """You differentiated with respect to one of the two factors of G = F Fᵀ only, which gives half of the gradient.

    F stands on both sides: 2 for the square and 2 for the sides take the 4 away.
    ∂L/∂F = (G − A) F / (C²·(H·W)²).
    """
    return _gradient(style, generated, scale) / 2


def four_left(style, generated):
    """You left the 4 in the divisor, although 2 for the square and 2 for the two sides of F Fᵀ take it away.

    Multiply by 4.
    ∂L/∂F = 4·(G − A) F / (4·C²·(H·W)²).
    """
    return _gradient(style, generated) / 4


def sign_turned(style, generated, *, scale="quarter_squared_volume"):
    """You subtracted the generated image's Gram matrix from the style's: this gradient drives the two apart.

    The gradient is taken for the generated image, whose Gram matrix stands first.
    ∂L/∂F = (G − A) F / (C²·(H·W)²).
    """
    return -_gradient(style, generated, scale)


def style_features_multiplied(style, generated, *, scale="quarter_squared_volume"):
    """You multiplied the difference with the style's features.

    The gradient belongs to the generated features: multiply with those.
    ∂L/∂F = (G − A) F / (C²·(H·W)²).
    """
    difference = gram(flat(generated)) - gram(flat(style))
    return (difference @ flat(style)).reshape(style.shape) / _divisor(style, scale)


def volume_not_squared(style, generated):
    """You divided by C·H·W, where the loss has its square.

    Loss and gradient must have the same scale.
    ∂L/∂F = (G − A) F / (C²·(H·W)²).
    """
    return _gradient(style, generated) * style.size


def positions_not_squared(style, generated):
    """You squared the number of channels, but not the number of positions.

    Loss and gradient must have the same scale.
    ∂L/∂F = (G − A) F / (C²·(H·W)²).
    """
    return _gradient(style, generated) * max(style[0].size, 1)


def channels_mixed(style, generated, *, scale="quarter_squared_volume"):
    """You reshaped to (H·W, C) and transposed, and so back: the channels come first here, not last.

    Reshape to (C, H·W), and back to (C, H, W).
    ∂L/∂F = (G − A) F / (C²·(H·W)²), F = features.reshape(C, H·W).
    """
    difference = gram(mixed(generated)) - gram(mixed(style))
    return (difference @ mixed(generated)).T.reshape(style.shape) / _divisor(style, scale)


def inactive_features_cut(style, generated, *, scale="quarter_squared_volume"):
    """You set the gradient to 0 where the generated features are not positive.

    That cut is the gradient of the relu below, which carries it out itself.
    ∂L/∂F = (G − A) F / (C²·(H·W)²), everywhere.
    """
    return np.where(generated > 0, _gradient(style, generated, scale), 0)


def returned_flat(style, generated):
    """You returned the gradient as (C, H·W).

    Give it the shape of the features, or the layer below cannot use it.
    ∂L/∂F = (G − A) F / (C²·(H·W)²), of shape (C, H, W).
    Wrong on every input.
    """
    return flat(_gradient(style, generated))


def _gradient(style, generated, scale="quarter_squared_volume"):
    difference = gram(flat(generated)) - gram(flat(style))
    return (difference @ flat(generated)).reshape(style.shape) / _divisor(style, scale)
