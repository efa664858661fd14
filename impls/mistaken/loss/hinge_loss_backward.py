"""Mistakes people make in hinge_loss_backward.

1/N at each class but the label where s_j − s_label + margin > 0, and minus their number over N at the label.
"""

import numpy as np

from ._rows import excess, is_label, others


def label_counted_once(scores, labels, *, margin=1.0):
    """You gave the label −1, however many classes come within the margin.

    It is in every one of these terms: subtract 1 for each.
    ∂L/∂s_label = −(number of classes within the margin) / N.
    """
    ones = _counting(scores, labels, margin)
    any_counts = np.max(ones, axis=1, keepdims=True)
    return np.where(is_label(scores, labels), -any_counts, ones) / max(len(labels), 1)


def label_left_out(scores, labels, *, margin=1.0):
    """You gave the label no gradient.

    It has to rise as much as the others have to fall.
    ∂L/∂s_label = −(number of classes within the margin) / N.
    """
    return _counting(scores, labels, margin) / max(len(labels), 1)


def label_counts_itself(scores, labels, *, margin=1.0):
    """You counted the label among the classes within the margin, as it is level with itself.

    Leave it out before you count.
    ∂L/∂s_label = −(number of other classes within the margin) / N.
    """
    ones = np.where(excess(scores, labels, margin) > 0, np.ones_like(scores), np.zeros_like(scores))
    return np.where(is_label(scores, labels), -np.sum(ones, axis=1, keepdims=True), ones) / max(len(labels), 1)


def margin_built_in(scores, labels, *, margin=1.0):
    """You accepted margin and used 1.

    Compare with the margin that is asked for.
    1/N where s_j − s_label + margin > 0.
    """
    return _gradient(_counting(scores, labels, 1), scores, labels)


def margin_forgotten(scores, labels, *, margin=1.0):
    """You only looked at classes that are ahead of the label, not at those within the margin.

    Add the margin before comparing with 0.
    1/N where s_j − s_label + margin > 0.
    """
    return _gradient(_counting(scores, labels, 0), scores, labels)


def slope_at_the_kink(scores, labels, *, margin=1.0):
    """You wrote ≥ for >: classes that just keep the margin go on being pushed down.

    At the kink the gradient is taken as 0.
    1/N where s_j − s_label + margin > 0.
    """
    reached = np.where(excess(scores, labels, margin) >= 0, np.ones_like(scores), np.zeros_like(scores))
    return _gradient(others(reached, scores, labels), scores, labels)


def excess_multiplied(scores, labels, *, margin=1.0):
    """You kept the excess itself as the gradient, as for a squared hinge.

    The slope of max(0, z) is 1 where z is positive.
    1/N where s_j − s_label + margin > 0.
    """
    return _gradient(others(np.maximum(excess(scores, labels, margin), 0), scores, labels), scores, labels)


def not_averaged(scores, labels, *, margin=1.0):
    """You did not divide by the number of rows, though the loss is a mean over them.

    Loss and gradient must have the same divisor.
    1/N where s_j − s_label + margin > 0.
    """
    return _gradient(_counting(scores, labels, margin), scores, labels) * len(labels)


def sign_turned(scores, labels, *, margin=1.0):
    """You exchanged the signs: following this gradient lowers the label's score.

    The others are to fall and the label is to rise: they have positive gradients, it has a negative one.
    1/N where s_j − s_label + margin > 0.
    """
    return -_gradient(_counting(scores, labels, margin), scores, labels)


def _counting(scores, labels, margin):
    ones = np.where(excess(scores, labels, margin) > 0, np.ones_like(scores), np.zeros_like(scores))
    return others(ones, scores, labels)


def _gradient(ones, scores, labels):
    return np.where(is_label(scores, labels), -np.sum(ones, axis=1, keepdims=True), ones) / max(len(labels), 1)
