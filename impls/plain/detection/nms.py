"""Non-maximum suppression in plain Python."""

import numpy as np

from ._boxes import area, overlap, require_boxes, require_choice, require_scores, require_share


def nms(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """Each box is compared with those that are kept, and no further than with the first that is too near."""
    require_boxes(boxes=boxes)
    require_scores(scores, len(boxes))
    require_share("threshold", threshold)
    require_choice("suppress", suppress, ("above", "at_or_above"))
    require_choice("edges", edges, ("continuous", "inclusive"))
    pixel = 1 if edges == "inclusive" else 0
    corners, ranks = boxes.tolist(), scores.tolist()
    kept = []
    for i in sorted(range(len(ranks)), key=lambda i: -ranks[i]):
        box, own = corners[i], area(corners[i], pixel)
        overlaps = (overlap(box, other, own + its, pixel) for _, other, its in kept)
        if not any(share > threshold or (share == threshold and suppress != "above") for share in overlaps):
            kept.append((i, box, own))
    return np.array([i for i, _, _ in kept], np.int64)
