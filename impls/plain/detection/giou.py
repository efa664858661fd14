"""The generalized intersection over union of boxes in plain Python."""

import numpy as np

from ._boxes import area, intersection, require_boxes


def giou(a, b):
    """Areas are computed once per box, and both quotients from three areas per pair."""
    require_boxes(a=a, b=b)
    columns = [(box, area(box, 0)) for box in b.tolist()]
    rows = [
        [_generalized(box, other, own + its) for other, its in columns]
        for box, own in ((box, area(box, 0)) for box in a.tolist())
    ]
    return np.array(rows, a.dtype).reshape(len(a), len(b))


def _generalized(a, b, both):
    common = intersection(a, b, 0)
    union = both - common
    around = (max(a[2], b[2]) - min(a[0], b[0])) * (max(a[3], b[3]) - min(a[1], b[1]))
    return (common / union if common else 0.0) - ((around - union) / around if around else 0.0)
