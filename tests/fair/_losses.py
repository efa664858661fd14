"""Losses that add something up."""

import numpy as np


def mse_loss(how, prediction, target):
    """The mean of the squares."""
    return how.total((prediction - target) ** 2) / prediction.size


def hinge_loss(how, scores, labels, *, margin=1.0):
    """What the other classes exceed the label's score by, less the margin."""
    return how.total(np.maximum(_excess(scores, labels, margin), 0)) / len(labels)


def hinge_loss_backward(how, scores, labels, *, margin=1.0):
    """Ones where a class counts, less their number at the label."""
    counts = (_excess(scores, labels, margin) > 0).astype(scores.dtype)
    counts[np.arange(len(labels)), labels] = -how.total(counts, axis=1)
    return counts / len(labels)


def huber_loss(how, prediction, target, *, delta=1.0):
    """Squares of what is small, straight lines from what is large."""
    size = np.abs(prediction - target)
    return how.total(np.where(size <= delta, size**2 / 2, delta * (size - delta / 2))) / prediction.size


def triplet_loss(how, anchor, positive, negative, *, margin=0.2):
    """The excess of one distance over the other."""
    return how.total(np.maximum(_farther(how, anchor, positive, negative, margin), 0)) / len(anchor)


def triplet_loss_backward(how, anchor, positive, negative, *, margin=0.2):
    """Pulls and pushes of the rows that count."""
    counts = _farther(how, anchor, positive, negative, margin)[:, np.newaxis] > 0
    pull, push = (np.where(counts, 2 * (anchor - other), 0) / len(anchor) for other in (positive, negative))
    return pull - push, -pull, push


def content_loss(how, content, generated):
    """Half the squares."""
    return how.total((generated - content) ** 2) / 2


def _excess(scores, labels, margin):
    rows = np.arange(len(labels))
    excess = scores - scores[rows, labels][:, np.newaxis] + margin
    excess[rows, labels] = 0
    return excess


def _farther(how, anchor, positive, negative, margin):
    near, far = (how.total((anchor - other) ** 2, axis=1) for other in (positive, negative))
    return near - far + margin
