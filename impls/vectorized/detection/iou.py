"""The intersection over union of boxes in NumPy."""

import numpy as np

from ._boxes import areas, overlaps, require_boxes, require_choice


def iou(a, b, *, edges="continuous"):
    """All pairs at once by outer products; every step after the first is done in place."""
    require_boxes(a=a, b=b)
    require_choice("edges", edges, ("continuous", "inclusive"))
    pixel = 1 if edges == "inclusive" else 0
    return overlaps(a, b, np.add.outer(areas(a, pixel), areas(b, pixel)), pixel)
