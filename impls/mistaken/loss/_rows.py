"""Scores against their labels, where the mistakes of the hinge loss start from."""

import numpy as np


def is_label(scores, labels):
    """Return a mask of shape (N, C) that is True at each row's label."""
    return np.arange(scores.shape[1]) == labels[:, None]


def excess(scores, labels, margin):
    """Return by how much each score comes within the margin of its row's label."""
    return scores - scores[np.arange(len(labels)), labels][:, None] + margin


def others(values, scores, labels):
    """Return the values with 0 at each row's label."""
    return np.where(is_label(scores, labels), 0, values)
