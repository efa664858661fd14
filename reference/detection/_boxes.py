"""Boxes as corners: what is refused, and how two sets of them overlap."""

import numpy as np


def require_boxes(**arrays: np.ndarray) -> None:
    """Refuse what is not one row (x1, y1, x2, y2) per box, with the corners in that order."""
    for name, boxes in arrays.items():
        if np.ndim(boxes) != 2 or np.shape(boxes)[1] != 4:
            raise ValueError(f"{name} must be (N, 4), got shape {np.shape(boxes)}")
        if not np.all(boxes[:, :2] <= boxes[:, 2:]):
            raise ValueError(f"{name} must be (x1, y1, x2, y2) with x1 <= x2 and y1 <= y2")


def require_scores(scores: np.ndarray, count: int) -> None:
    """Refuse what is not one number per box."""
    if np.shape(scores) != (count,):
        raise ValueError(f"scores must have shape ({count},), one per box, got {np.shape(scores)}")
    if np.any(np.isnan(scores)):
        raise ValueError("scores must not be NaN")


def require_share(name: str, value: float) -> None:
    """Refuse a threshold that is no share."""
    if not 0 <= value <= 1:
        raise ValueError(f"{name} must lie between 0 and 1, got {value}")


def require_choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def intersections_and_unions(a: np.ndarray, b: np.ndarray, pixel: int) -> tuple[np.ndarray, np.ndarray]:
    """Return two (len a, len b) areas; `pixel` is added to every width and height."""
    start = np.maximum(a[:, None, :2], b[None, :, :2])
    end = np.minimum(a[:, None, 2:], b[None, :, 2:])
    sides = np.maximum(end - start + pixel, 0)
    intersection = sides[..., 0] * sides[..., 1]
    return intersection, areas(a, pixel)[:, None] + areas(b, pixel) - intersection


def areas(boxes: np.ndarray, pixel: int) -> np.ndarray:
    """Return one area per box."""
    sides = boxes[:, 2:] - boxes[:, :2] + pixel
    return sides[:, 0] * sides[:, 1]


def quotients(numerators: np.ndarray, denominators: np.ndarray) -> np.ndarray:
    """Divide, and return 0 where there is nothing to divide by."""
    something = denominators > 0
    return np.where(something, numerators / np.where(something, denominators, 1), 0)
