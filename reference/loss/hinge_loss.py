"""The multiclass hinge loss, and its gradient."""

import numpy as np

from ._checks import require_labels, require_not_negative, require_rows


def hinge_loss(scores: np.ndarray, labels: np.ndarray, *, margin: float = 1.0) -> np.ndarray:
    """Ask that each label's score exceed every other one by a margin.

    Args:
        scores: (N, C), one row per example.
        labels: (N,) integers from 0 to C − 1.
        margin: by how much, at least 0.

    Returns:
        Σ max(0, s_j − s_label + margin) over the other classes j, averaged over the rows: a scalar; the mean over no
        rows is NaN.

    Raises:
        ValueError: the shapes do not fit, a label is no class, or the margin is negative.

    Source: Weston and Watkins, Support Vector Machines for Multi-Class Pattern Recognition, ESANN 1999; Stanford
    CS231n, linear classification notes.
    """
    _require(scores, labels, margin)
    excess = np.where(_is_label(scores, labels), 0, np.maximum(_excess(scores, labels, margin), 0))
    with np.errstate(invalid="ignore"):  # 0/0 is the NaN we promise
        return np.sum(excess) / len(labels)


def hinge_loss_backward(scores: np.ndarray, labels: np.ndarray, *, margin: float = 1.0) -> np.ndarray:
    """Differentiate the loss with respect to the scores.

    Args:
        scores: (N, C), one row per example.
        labels: (N,) integers from 0 to C − 1.
        margin: as in the forward pass.

    Returns:
        1/N at every class that comes within the margin, minus their number over N at the label; of shape (N, C). A
        class that just keeps the margin has gradient 0.

    Raises:
        ValueError: the shapes do not fit, a label is no class, or the margin is negative.

    Source: Stanford CS231n, optimization notes: the gradient of the multiclass SVM loss.
    """
    _require(scores, labels, margin)
    is_label = _is_label(scores, labels)
    counts = (_excess(scores, labels, margin) > 0) & ~is_label
    ones = np.where(counts, np.ones_like(scores), np.zeros_like(scores))
    return np.where(is_label, -np.sum(ones, axis=1, keepdims=True), ones) / len(labels)


def _excess(scores: np.ndarray, labels: np.ndarray, margin: float) -> np.ndarray:
    return scores - scores[np.arange(len(labels)), labels][:, None] + margin


def _is_label(scores: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return np.arange(scores.shape[1]) == labels[:, None]


def _require(scores: np.ndarray, labels: np.ndarray, margin: float) -> None:
    require_rows(scores=scores)
    require_labels(labels, *scores.shape)
    require_not_negative(margin=margin)
