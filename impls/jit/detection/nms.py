"""Non-maximum suppression, compiled."""

import numpy as np
from numba import njit

from ._boxes import coordinates, overlaps_of_one, require_boxes, require_choice, require_scores, require_share


def nms(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """Boxes sorted into one array per coordinate, so that those left are compared by vector instructions."""
    require_boxes(boxes=boxes)
    require_scores(scores, len(boxes))
    require_share("threshold", threshold)
    require_choice("suppress", suppress, ("above", "at_or_above"))
    require_choice("edges", edges, ("continuous", "inclusive"))
    kind = boxes.dtype.type
    limit = kind(threshold)
    if suppress == "at_or_above":
        # At or above a number is above the one before it; so the loop needs one comparison for both.
        limit = np.nextafter(limit, kind(-1))
    order = np.argsort(-scores, kind="stable")
    alive = np.ones(len(order), np.bool_)
    _keep(coordinates(boxes[order]), limit, kind(1 if edges == "inclusive" else 0), alive)
    return order[alive]


@njit(cache=True, error_model="numpy")
def _keep(boxes, limit, pixel, alive):
    left, top, right, bottom = boxes[0], boxes[1], boxes[2], boxes[3]
    share = np.empty_like(left)
    for i in range(alive.size):
        if alive[i]:
            box = left[i], top[i], right[i], bottom[i]
            later = left[i + 1 :], top[i + 1 :], right[i + 1 :], bottom[i + 1 :]
            overlaps_of_one(*box, *later, pixel, share[i + 1 :])
            _suppress(share[i + 1 :], limit, alive[i + 1 :])


@njit(cache=True, error_model="numpy")
def _suppress(share, limit, alive):
    for j in range(share.size):
        alive[j] &= share[j] <= limit
