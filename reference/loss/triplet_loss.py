"""The triplet loss of embeddings, and its three gradients."""

import numpy as np

from ._checks import require_choice, require_not_negative, require_rows, require_same_shape


def triplet_loss(
    anchor: np.ndarray,
    positive: np.ndarray,
    negative: np.ndarray,
    *,
    margin: float = 0.2,
    distance: str = "squared",
) -> np.ndarray:
    """Ask that the positive be nearer to the anchor than the negative is, by a margin.

    Args:
        anchor: (N, D), one embedding per row.
        positive: (N, D), embeddings of the same things as the anchors.
        negative: (N, D), embeddings of other things.
        margin: by how much nearer, at least 0.
        distance: "squared" or "euclidean".

    Returns:
        The mean over the rows of max(0, d⁺ − d⁻ + margin), a scalar; the mean over no rows is NaN.

    Raises:
        ValueError: the shapes differ or are not (N, D), the margin is negative, or distance is unknown.

    Source: Schroff, Kalenichenko and Philbin, FaceNet, CVPR 2015, equation 2.
    """
    _require(anchor, positive, negative, margin, distance)
    losses = np.maximum(_excess(anchor, positive, negative, margin, distance), 0)
    with np.errstate(invalid="ignore"):  # 0/0 is the NaN we promise
        return np.sum(losses) / len(anchor)


def triplet_loss_backward(
    anchor: np.ndarray,
    positive: np.ndarray,
    negative: np.ndarray,
    *,
    margin: float = 0.2,
    distance: str = "squared",
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Differentiate the loss with respect to all three embeddings.

    Args:
        anchor: (N, D), one embedding per row.
        positive: (N, D), embeddings of the same things as the anchors.
        negative: (N, D), embeddings of other things.
        margin: as in the forward pass.
        distance: as in the forward pass.

    Returns:
        danchor, dpositive and dnegative, each (N, D): 0 in rows that keep the margin, or just keep it. The gradient of
        a Euclidean distance of 0 is taken as 0.

    Raises:
        ValueError: the shapes differ or are not (N, D), the margin is negative, or distance is unknown.

    Source: the derivatives of equation 2 of Schroff, Kalenichenko and Philbin 2015.
    """
    _require(anchor, positive, negative, margin, distance)
    counts = (_excess(anchor, positive, negative, margin, distance) > 0)[:, None]
    pull = np.where(counts, _slope(anchor - positive, distance), 0) / len(anchor)
    push = np.where(counts, _slope(anchor - negative, distance), 0) / len(anchor)
    return pull - push, -pull, push


def _excess(anchor: np.ndarray, positive: np.ndarray, negative: np.ndarray, margin: float, distance: str) -> np.ndarray:
    return _length(anchor - positive, distance) - _length(anchor - negative, distance) + margin


def _length(difference: np.ndarray, distance: str) -> np.ndarray:
    squares = np.sum(difference**2, axis=1)
    return np.sqrt(squares) if distance == "euclidean" else squares


def _slope(difference: np.ndarray, distance: str) -> np.ndarray:
    """The gradient of a distance with respect to the anchor."""
    if distance == "squared":
        return 2 * difference
    length = _length(difference, distance)[:, None]
    return difference / np.where(length > 0, length, 1)


def _require(anchor: np.ndarray, positive: np.ndarray, negative: np.ndarray, margin: float, distance: str) -> None:
    require_rows(anchor=anchor)
    require_same_shape(anchor=anchor, positive=positive, negative=negative)
    require_not_negative(margin=margin)
    require_choice("distance", distance, ("squared", "euclidean"))
