"""Non-maximum suppression in NumPy."""

import numpy as np

from ._boxes import areas, overlaps, require_boxes, require_choice, require_scores, require_share


def nms(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """One loop over the boxes that are kept, each compared at once with all that are left."""
    require_boxes(boxes=boxes)
    require_scores(scores, len(boxes))
    require_share("threshold", threshold)
    require_choice("suppress", suppress, ("above", "at_or_above"))
    require_choice("edges", edges, ("continuous", "inclusive"))
    pixel = 1 if edges == "inclusive" else 0
    left = np.argsort(-scores, kind="stable")
    kept, boxes = [], boxes[left]
    sizes = areas(boxes, pixel)
    while left.size:
        kept.append(left[0])
        share = overlaps(boxes[:1], boxes[1:], sizes[np.newaxis, 1:] + sizes[0], pixel)[0]
        stay = np.flatnonzero(share <= threshold if suppress == "above" else share < threshold) + 1
        left, boxes, sizes = left[stay], boxes[stay], sizes[stay]
    return np.array(kept, np.int64)
