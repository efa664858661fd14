"""The multiclass hinge loss in NumPy."""

import numpy as np

from ._checks import require_labels, require_not_negative, require_rows
from ._numbers import quotient


def hinge_loss(scores, labels, *, margin=1.0):
    """One temporary, cut off in place; the labels' own entries are set to 0 afterwards."""
    excess, rows = _excess(scores, labels, margin)
    np.maximum(excess, 0, out=excess)
    excess[rows, labels] = 0
    return quotient(excess.sum(), len(labels))


def hinge_loss_backward(scores, labels, *, margin=1.0):
    """The mask of what counts becomes the gradient; its row sums go to the labels."""
    excess, rows = _excess(scores, labels, margin)
    gradient = (excess > 0).astype(scores.dtype)
    gradient[rows, labels] = 0
    gradient[rows, labels] = -gradient.sum(axis=1)
    gradient /= max(len(labels), 1)
    return gradient


def _excess(scores, labels, margin):
    require_rows(scores=scores)
    require_labels(labels, *scores.shape)
    require_not_negative(margin=margin)
    rows = np.arange(len(labels))
    excess = scores - scores[rows, labels][:, None]
    excess += margin
    return excess, rows
