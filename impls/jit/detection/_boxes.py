"""Boxes as the kernels like them, one array per coordinate; and what this technique refuses."""

import numpy as np
from numba import njit


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


def coordinates(boxes: np.ndarray) -> np.ndarray:
    """Four contiguous rows, so that a loop over boxes reads memory in order; writable, so that kernels compile once."""
    return np.array(boxes.T, order="C")


@njit(cache=True, error_model="numpy")
def overlaps_of_one(x1, y1, x2, y2, left, top, right, bottom, pixel, out):
    """Intersection over union of one box with many, branch-free, so that the loop becomes vector instructions."""
    zero, one = left.dtype.type(0), left.dtype.type(1)
    area = (x2 - x1 + pixel) * (y2 - y1 + pixel)
    for j in range(out.size):
        width = max(min(x2, right[j]) - max(x1, left[j]) + pixel, zero)
        height = max(min(y2, bottom[j]) - max(y1, top[j]) + pixel, zero)
        common = width * height
        union = area + (right[j] - left[j] + pixel) * (bottom[j] - top[j] + pixel) - common
        out[j] = common / (union if common > zero else one)
