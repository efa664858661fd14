"""Boxes as lists of four numbers: what this technique refuses, and the areas it computes."""

import numpy as np


def require_boxes(**arrays):
    """Refuse what is not one row (x1, y1, x2, y2) per box, with the corners in that order."""
    for name, boxes in arrays.items():
        if np.ndim(boxes) != 2 or np.shape(boxes)[1] != 4:
            raise ValueError(f"{name} must be (N, 4), got shape {np.shape(boxes)}")
        if not all(x1 <= x2 and y1 <= y2 for x1, y1, x2, y2 in boxes.tolist()):
            raise ValueError(f"{name} must be (x1, y1, x2, y2) with x1 <= x2 and y1 <= y2")


def require_scores(scores, count):
    """Refuse what is not one number per box."""
    if np.shape(scores) != (count,):
        raise ValueError(f"scores must have shape ({count},), one per box, got {np.shape(scores)}")
    if any(score != score for score in scores.tolist()):
        raise ValueError("scores must not be NaN")


def require_share(name, value):
    """Refuse a threshold that is no share."""
    if not 0 <= value <= 1:
        raise ValueError(f"{name} must lie between 0 and 1, got {value}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def area(box, pixel):
    """Return the area of one box; `pixel` is added to its width and height."""
    x1, y1, x2, y2 = box
    return (x2 - x1 + pixel) * (y2 - y1 + pixel)


def intersection(a, b, pixel):
    """Return the area common to two boxes: 0 as soon as one side shows that there is none."""
    width = min(a[2], b[2]) - max(a[0], b[0]) + pixel
    if width <= 0:
        return 0.0
    height = min(a[3], b[3]) - max(a[1], b[1]) + pixel
    return width * height if height > 0 else 0.0


def overlap(a, b, both, pixel):
    """Return the intersection over union of two boxes whose areas add up to `both`."""
    common = intersection(a, b, pixel)
    return common / (both - common) if common else 0.0
