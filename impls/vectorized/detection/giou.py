"""The generalized intersection over union of boxes in NumPy."""

import numpy as np

from ._boxes import areas, intersections, require_boxes


def giou(a, b):
    """All pairs at once by outer products; quotients and differences are taken in place."""
    require_boxes(a=a, b=b)
    union, common = np.add.outer(areas(a, 0), areas(b, 0)), intersections(a, b, 0)
    union -= common
    around = _around(a[:, 0], a[:, 2], b[:, 0], b[:, 2])
    around *= _around(a[:, 1], a[:, 3], b[:, 1], b[:, 3])
    np.divide(common, union, out=common, where=common > 0)
    np.subtract(around, union, out=union)
    common -= np.divide(union, around, out=union, where=around > 0)
    return common


def _around(a_start, a_end, b_start, b_end):
    length = np.maximum.outer(a_end, b_end)
    length -= np.minimum.outer(a_start, b_start)
    return length
