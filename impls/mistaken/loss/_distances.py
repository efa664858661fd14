"""The distances that the mistakes of the triplet loss start from."""

import numpy as np


def squared(a, b):
    """Return the squared distance of each row of a to that of b."""
    return np.sum((a - b) ** 2, axis=1)


def length(squares, distance):
    """Return the distances that have these squares: the squares themselves, or their roots."""
    return np.sqrt(squares) if distance == "euclidean" else squares


def excess(anchor, positive, negative, margin, distance="squared"):
    """Return by how much each row fails to keep the margin."""
    return length(squared(anchor, positive), distance) - length(squared(anchor, negative), distance) + margin


def slope(a, b, distance="squared"):
    """Return how the distance of each row of a to that of b grows with a."""
    if distance == "squared":
        return 2 * (a - b)
    far = np.sqrt(squared(a, b))[:, None]
    return (a - b) / np.where(far > 0, far, 1)


def gradients(anchor, positive, negative, counts, distance="squared"):
    """Return what pulls the positives and pushes the negatives of the rows that count, not yet averaged."""
    pull = np.where(counts[:, None], slope(anchor, positive, distance), 0)
    push = np.where(counts[:, None], slope(anchor, negative, distance), 0)
    return pull, push
