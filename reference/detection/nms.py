"""Non-maximum suppression: of boxes that overlap, only the best is kept."""

import numpy as np

from ._boxes import (
    intersections_and_unions,
    quotients,
    require_boxes,
    require_choice,
    require_scores,
    require_share,
)


def nms(
    boxes: np.ndarray,
    scores: np.ndarray,
    *,
    threshold: float,
    suppress: str = "above",
    edges: str = "continuous",
) -> np.ndarray:
    """Keep each box that overlaps no better one that is kept.

    Args:
        boxes: (N, 4), boxes (x1, y1, x2, y2) with x1 ≤ x2 and y1 ≤ y2.
        scores: (N,), one number per box, the higher the better.
        threshold: the intersection over union that is still allowed, from 0 to 1.
        suppress: what is dropped: overlaps "above" the threshold, or "at_or_above" it.
        edges: "continuous" coordinates, where a box is x2 − x1 wide, or "inclusive" ones, where it is x2 − x1 + 1 wide.

    Returns:
        The indices of the boxes that are kept, by falling score; of equal scores the lower index comes first.

    Raises:
        ValueError: the shapes do not fit, corners are in the wrong order or NaN, a score is NaN, the threshold is no
            share, or a convention is unknown.

    Source: Felzenszwalb, Girshick, McAllester and Ramanan, Object Detection with Discriminatively Trained Part-Based
    Models, TPAMI 32, 2010, section 7.2; the quotient and the order of ties as in TensorFlow 2.21.
    """
    require_boxes(boxes=boxes)
    require_scores(scores, len(boxes))
    require_share("threshold", threshold)
    require_choice("suppress", suppress, ("above", "at_or_above"))
    require_choice("edges", edges, ("continuous", "inclusive"))
    kept: list[int] = []
    for i in np.argsort(-scores, kind="stable"):
        overlaps = quotients(*intersections_and_unions(boxes[[i]], boxes[kept], 1 if edges == "inclusive" else 0))
        rivals = overlaps > threshold if suppress == "above" else overlaps >= threshold
        if not np.any(rivals):
            kept.append(i)
    return np.array(kept, dtype=np.int64)
