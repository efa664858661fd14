"""The distances that the mistakes of the triplet loss start from."""

import numpy as np


def squared(a, b):
    """Return the squared distance of each row of a to that of b."""
    return np.sum((a - b) ** 2, axis=1)


def excess(anchor, positive, negative, margin):
    """Return by how much each row fails to keep the margin."""
    return squared(anchor, positive) - squared(anchor, negative) + margin


def gradients(anchor, positive, negative, counts):
    """Return what pulls the positives and pushes the negatives of the rows that count, not yet averaged."""
    pull = np.where(counts[:, None], 2 * (anchor - positive), 0)
    push = np.where(counts[:, None], 2 * (anchor - negative), 0)
    return pull, push
