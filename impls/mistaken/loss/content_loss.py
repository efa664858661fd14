"""Mistakes people make in content_loss: ½ Σ (generated − content)²."""

import numpy as np


def _divisor(features, scale):
    return {"half": 2, "quarter_volume": 4 * features.size, "mean": features.size}[scale]


def half_forgotten(content, generated):
    """You left out the ½.

    The paper's content loss has it, so that the gradient is just the difference.
    L = ½ Σ (g − c)².
    """
    return np.sum((generated - content) ** 2)


def divided_by_positions(content, generated):
    """You divided by the H·W positions.

    Add up over all channels and positions, and halve.
    L = ½ Σ (g − c)².
    """
    positions = content.shape[1] * content.shape[2]
    return np.sum((generated - content) ** 2) / (2 * max(positions, 1))


def averaged_over_channels(content, generated):
    """You divided by the number of channels.

    Add up over all channels and positions, and halve.
    L = ½ Σ (g − c)².
    """
    return np.sum((generated - content) ** 2) / (2 * content.shape[0])


def absolute_error(content, generated, *, scale="half"):
    """You added up absolute differences.

    Square them.
    L = ½ Σ (g − c)².
    """
    return np.sum(np.abs(generated - content)) / _divisor(content, scale)


def root_taken(content, generated, *, scale="half"):
    """You took the Euclidean distance of the two, the root of the sum.

    Leave the root out.
    L = ½ Σ (g − c)².
    """
    return np.sqrt(np.sum((generated - content) ** 2)) / _divisor(content, scale)


def squares_subtracted(content, generated, *, scale="half"):
    """You squared both and subtracted the squares.

    Subtract first, square the difference.
    L = ½ Σ (g − c)², not ½ Σ (g² − c²).
    """
    return np.sum(generated**2 - content**2) / _divisor(content, scale)


def compares_gram_matrices(content, generated):
    """You compared Gram matrices, which forget where in the image a feature is: that is the style loss.

    Content is what stands where: compare the feature maps themselves.
    L = ½ Σ (g − c)².
    """
    c, g = content.reshape(len(content), -1), generated.reshape(len(generated), -1)
    return np.sum((g @ g.T - c @ c.T) ** 2) / 2


def square_of_the_sum(content, generated):
    """You added up the differences and squared the sum, so that errors of opposite sign cancel.

    Square each difference, then add up.
    L = ½ Σ (g − c)², not ½ (Σ (g − c))².
    """
    return np.sum(generated - content) ** 2 / 2
