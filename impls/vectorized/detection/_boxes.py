"""Boxes as columns of coordinates: what this technique refuses, and the areas it computes."""

import numpy as np


def require_boxes(**arrays):
    """Refuse what is not one row (x1, y1, x2, y2) per box, with the corners in that order."""
    for name, boxes in arrays.items():
        if np.ndim(boxes) != 2 or np.shape(boxes)[1] != 4:
            raise ValueError(f"{name} must be (N, 4), got shape {np.shape(boxes)}")
        if not (boxes[:, :2] <= boxes[:, 2:]).all():
            raise ValueError(f"{name} must be (x1, y1, x2, y2) with x1 <= x2 and y1 <= y2")


def require_scores(scores, count):
    """Refuse what is not one number per box."""
    if np.shape(scores) != (count,):
        raise ValueError(f"scores must have shape ({count},), one per box, got {np.shape(scores)}")
    if np.isnan(scores).any():
        raise ValueError("scores must not be NaN")


def require_share(name, value):
    """Refuse a threshold that is no share."""
    if not 0 <= value <= 1:
        raise ValueError(f"{name} must lie between 0 and 1, got {value}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def areas(boxes, pixel):
    """Return one area per box; `pixel` is added to every width and height."""
    x1, y1, x2, y2 = boxes.T
    return (x2 - x1 + pixel) * (y2 - y1 + pixel)


def intersections(a, b, pixel):
    """Return the common areas of all pairs, (len a, len b), with two temporaries of that size."""
    common = _overlap(a[:, 0], a[:, 2], b[:, 0], b[:, 2], pixel)
    common *= _overlap(a[:, 1], a[:, 3], b[:, 1], b[:, 3], pixel)
    return common


def overlaps(a, b, both, pixel):
    """Return intersection over union of all pairs; `both` holds the sums of their areas, and is used up."""
    common = intersections(a, b, pixel)
    both -= common
    return np.divide(common, both, out=common, where=common > 0)


def _overlap(a_start, a_end, b_start, b_end, pixel):
    length = np.minimum.outer(a_end, b_end)
    length -= np.maximum.outer(a_start, b_start)
    if pixel:
        length += pixel
    return np.maximum(length, 0, out=length)
