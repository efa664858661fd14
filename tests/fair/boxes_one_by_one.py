"""Boxes pair by pair and cell by cell, by their corners."""

import math

import numpy as np


def iou(a, b):
    """What each pair shares."""
    return np.array([[_iou(p, q) for q in b] for p in a], a.dtype).reshape(len(a), len(b))


def giou(a, b):
    """One less than the shares of the union, in the boxes and in what is around them."""
    return np.array([[_giou(p, q) for q in b] for p in a], a.dtype).reshape(len(a), len(b))


def nms(boxes, scores, *, threshold):
    """The best one left takes all that it overlaps with it."""
    left, kept = sorted(range(len(scores)), key=lambda i: (-scores[i], i)), []
    while left:
        best, *left = left
        kept.append(best)
        left = [i for i in left if not _iou(boxes[best], boxes[i]) > threshold]
    return np.array(kept, np.int64)


def yolo_encode(boxes, classes, *, grid, image_size, class_count):
    """One object after the other, the later ones over the earlier ones."""
    height, width = np.broadcast_to(image_size, 2).tolist()
    tensor = np.zeros((grid, grid, 5 + class_count), boxes.dtype)
    for (x1, y1, x2, y2), label in zip(boxes, classes, strict=True):
        x, y = (x1 + x2) * grid / (2 * width), (y1 + y2) * grid / (2 * height)
        column, row = min(math.floor(x), grid - 1), min(math.floor(y), grid - 1)
        tensor[row, column] = 0
        tensor[row, column, :5] = 1, x - column, y - row, (y2 - y1) * grid / height, (x2 - x1) * grid / width
        tensor[row, column, 5 + label] = 1
    return tensor


def yolo_decode(tensor, *, image_size, confidence):
    """One cell after the other."""
    high, wide = (size / len(tensor) for size in np.broadcast_to(image_size, 2).tolist())
    boxes, scores, classes = [], [], []
    for row, column in np.ndindex(tensor.shape[:2]):
        score, bx, by, bh, bw, *odds = tensor[row, column]
        if score > confidence:
            x, y = (column + bx) * wide, (row + by) * high
            boxes.append([x - bw * wide / 2, y - bh * high / 2, x + bw * wide / 2, y + bh * high / 2])
            scores.append(score)
            classes.append(max(range(len(odds)), key=odds.__getitem__))
    return (
        np.array(boxes, tensor.dtype).reshape(len(boxes), 4),
        np.array(scores, tensor.dtype),
        np.array(classes, np.int64),
    )


def _areas(p, q):
    """Return what two boxes share and what they cover together."""
    wide, high = (max(min(p[i + 2], q[i + 2]) - max(p[i], q[i]), 0) for i in (0, 1))
    first, second = ((box[2] - box[0]) * (box[3] - box[1]) for box in (p, q))
    return wide * high, first + second - wide * high


def _iou(p, q):
    shared, union = _areas(p, q)
    return shared / union if union > 0 else shared * 0


def _giou(p, q):
    _, union = _areas(p, q)
    around = (max(p[2], q[2]) - min(p[0], q[0])) * (max(p[3], q[3]) - min(p[1], q[1]))
    return _iou(p, q) - (1 - union / around) if around > 0 else _iou(p, q)
