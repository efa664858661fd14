"""Mistakes in detection that impls/mistaken does not list."""

import numpy as np


def _shared_and_union(a, b, pixel=0):
    sides = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2]) + pixel
    shared = np.prod(np.maximum(sides, 0), axis=-1)
    area_a, area_b = (np.prod(boxes[:, 2:] - boxes[:, :2] + pixel, axis=-1) for boxes in (a, b))
    return shared, area_a[:, None] + area_b - shared


def _quotient(part, whole):
    return np.where(whole > 0, part / np.where(whole > 0, whole, 1), 0)


def giou__gap_only_for_boxes_apart(a, b):
    """You subtracted the gap only where boxes do not overlap; it counts wherever the box around both has corners left."""
    shared, union = _shared_and_union(a, b)
    sides = np.maximum(a[:, None, 2:], b[None, :, 2:]) - np.minimum(a[:, None, :2], b[None, :, :2])
    around = np.prod(sides, axis=-1)
    return np.where(shared > 0, _quotient(shared, union), -_quotient(around - union, around))


def nms__ten_boxes_at_most(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You stopped after ten boxes; there is no limit to how many are kept."""
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        overlaps = _quotient(*_shared_and_union(boxes[[i]], boxes[kept], 1 if edges == "inclusive" else 0))
        if not np.any(overlaps > threshold if suppress == "above" else overlaps >= threshold):
            kept.append(i)
        if len(kept) == 10:
            break
    return np.array(kept, dtype=np.int64)


def yolo_decode__heights_in_units_of_the_width(tensor, *, image_size, confidence):
    """You scaled the heights of the boxes by the image's width as well, which is right in square images only."""
    height, width = (image_size, image_size) if np.ndim(image_size) == 0 else image_size
    grid = len(tensor)
    row, column = np.nonzero(tensor[:, :, 0] > confidence)
    found = tensor[row, column]
    x = (column.astype(tensor.dtype) + found[:, 1]) * width / grid
    y = (row.astype(tensor.dtype) + found[:, 2]) * height / grid
    half_h, half_w = found[:, 3] * width / grid / 2, found[:, 4] * width / grid / 2
    boxes = np.stack([x - half_w, y - half_h, x + half_w, y + half_h], axis=1)
    return boxes, found[:, 0], np.argmax(found[:, 5:], axis=1)
