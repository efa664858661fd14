"""The intersection over union of boxes in plain Python."""

import numpy as np

from ._boxes import area, overlap, require_boxes, require_choice


def iou(a, b, *, edges="continuous"):
    """Areas are computed once per box; pairs that are apart in x are settled by one subtraction."""
    require_boxes(a=a, b=b)
    require_choice("edges", edges, ("continuous", "inclusive"))
    pixel = 1 if edges == "inclusive" else 0
    columns = [(box, area(box, pixel)) for box in b.tolist()]
    rows = [
        [overlap(box, other, own + its, pixel) for other, its in columns]
        for box, own in ((box, area(box, pixel)) for box in a.tolist())
    ]
    return np.array(rows, a.dtype).reshape(len(a), len(b))
