"""The intersection over union of boxes, compiled."""

import numpy as np
from numba import njit

from ._boxes import coordinates, overlaps_of_one, require_boxes, require_choice


def iou(a, b, *, edges="continuous"):
    """One pass without temporaries: each result is computed in registers and written once."""
    require_boxes(a=a, b=b)
    require_choice("edges", edges, ("continuous", "inclusive"))
    result = np.empty((len(a), len(b)), a.dtype)
    pixel = a.dtype.type(1 if edges == "inclusive" else 0)
    _overlaps(coordinates(a), coordinates(b), pixel, result)
    return result


@njit(cache=True, error_model="numpy")
def _overlaps(a, b, pixel, out):
    left, top, right, bottom = b[0], b[1], b[2], b[3]
    for i in range(out.shape[0]):
        overlaps_of_one(a[0, i], a[1, i], a[2, i], a[3, i], left, top, right, bottom, pixel, out[i])
