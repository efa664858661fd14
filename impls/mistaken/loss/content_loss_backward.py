"""Mistakes people make in content_loss_backward: generated − content."""

import numpy as np


def _scaled(slopes, scale):
    divisor = {"half": 1, "quarter_volume": 2 * slopes.size, "mean": slopes.size / 2}[scale]
    return slopes / divisor


def factor_two_left(content, generated):
    """You kept the 2 of the square, which the loss's ½ takes away.

    Halve as the loss does.
    ∂L/∂g = g − c.
    """
    return 2 * (generated - content)


def sign_turned(content, generated, *, scale="half"):
    """You subtracted the generated image from the content: following this gradient drives the two apart.

    The gradient is taken for the generated image, which stands first in the difference.
    ∂L/∂g = g − c.
    """
    return _scaled(content - generated, scale)


def inactive_features_cut(content, generated, *, scale="half"):
    """You set the gradient to 0 where the generated features are not positive.

    That cut is the gradient of the relu below, which carries it out itself.
    ∂L/∂g = g − c, everywhere.
    """
    return _scaled(np.where(generated > 0, generated - content, 0), scale)


def sign_only(content, generated, *, scale="half"):
    """You returned only the sign of the difference: the gradient of absolute differences.

    The gradient of half a square is the difference itself.
    ∂L/∂g = g − c.
    """
    return _scaled(np.sign(generated - content), scale)


def divided_by_positions(content, generated):
    """You divided by the H·W positions.

    Loss and gradient must have the same scale, and the loss is not divided by anything but 2.
    ∂L/∂g = g − c.
    """
    return (generated - content) / max(content.shape[1] * content.shape[2], 1)


def divided_by_length(content, generated):
    """You divided by the distance of the two images, which makes every gradient as long as any other, and 0/0 NaN.

    The loss has no root, nor has its gradient.
    ∂L/∂g = g − c.
    """
    with np.errstate(all="ignore"):
        return (generated - content) / np.sqrt(np.sum((generated - content) ** 2))


def overwrites_generated(content, generated):
    """You wrote generated −= content, which spoils the caller's feature maps.

    Write the difference into a new array.
    ∂L/∂g = g − c, with g left as it was.
    """
    generated -= content
    return generated.copy()
