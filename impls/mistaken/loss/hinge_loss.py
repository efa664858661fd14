"""Mistakes people make in hinge_loss: Σ max(0, s_j − s_label + margin) over the other classes, averaged over the rows."""

import numpy as np

from ._rows import excess, others


def label_included(scores, labels, *, margin=1.0):
    """You summed over all classes, the label too, which adds the margin to every row.

    Leave the label out: it need not exceed itself.
    L = mean over the rows of Σ_{j ≠ label} max(0, s_j − s_label + margin).
    """
    return np.sum(np.maximum(excess(scores, labels, margin), 0)) / len(labels)


def margin_built_in(scores, labels, *, margin=1.0):
    """You accepted margin and used 1.

    Add the margin that is asked for.
    max(0, s_j − s_label + margin).
    """
    return np.sum(others(np.maximum(excess(scores, labels, 1), 0), scores, labels)) / len(labels)


def margin_subtracted(scores, labels, *, margin=1.0):
    """You subtracted the margin: classes that come close, or win by little, cost nothing.

    Add it: the label has to be ahead by at least the margin.
    max(0, s_j − s_label + margin).
    """
    return np.sum(others(np.maximum(excess(scores, labels, -margin), 0), scores, labels)) / len(labels)


def not_clamped(scores, labels, *, margin=1.0):
    """You left out the maximum with 0: classes that are far behind make up for those that are ahead.

    Cut each class off at 0.
    max(0, s_j − s_label + margin).
    """
    return np.sum(others(excess(scores, labels, margin), scores, labels)) / len(labels)


def difference_turned(scores, labels, *, margin=1.0):
    """You exchanged the scores: the loss then punishes a label that is ahead.

    Subtract the label's score from the other's.
    max(0, s_j − s_label + margin).
    """
    return np.sum(others(np.maximum(2 * margin - excess(scores, labels, margin), 0), scores, labels)) / len(labels)


def squared(scores, labels, *, margin=1.0):
    """You squared the excesses: the squared hinge loss.

    Add them up as they are.
    L = mean over the rows of Σ_{j ≠ label} max(0, s_j − s_label + margin).
    """
    return np.sum(others(np.maximum(excess(scores, labels, margin), 0), scores, labels) ** 2) / len(labels)


def worst_class_only(scores, labels, *, margin=1.0):
    """You took the worst class of each row only, as Crammer and Singer do.

    Add up over all the other classes.
    L = mean over the rows of Σ_{j ≠ label} max(0, s_j − s_label + margin).
    """
    losses = others(np.maximum(excess(scores, labels, margin), 0), scores, labels)
    return np.sum(np.max(losses, axis=1)) / len(labels)


def averaged_over_classes(scores, labels, *, margin=1.0):
    """You divided by the number of classes as well.

    Sum over the classes, average over the rows.
    L = Σᵢ Σ_{j ≠ label} max(0, s_j − s_label + margin) / N.
    """
    return np.sum(others(np.maximum(excess(scores, labels, margin), 0), scores, labels)) / scores.size


def summed_over_rows(scores, labels, *, margin=1.0):
    """You summed over the rows without dividing by their number.

    Average over the rows.
    L = Σᵢ Σ_{j ≠ label} max(0, s_j − s_label + margin) / N.
    """
    return np.sum(others(np.maximum(excess(scores, labels, margin), 0), scores, labels))
