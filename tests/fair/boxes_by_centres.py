"""Boxes by their centres and sizes, all pairs at once."""

import numpy as np


def iou(a, b):
    """Sides overlap by half of both, less how far the centres are apart."""
    shared, union, _ = _areas(a, b)
    return _share(shared, union)


def giou(a, b):
    """What is around reaches as far out as the overlap reaches in."""
    shared, union, around = _areas(a, b)
    return _share(shared, union) - _share(around - union, around)


def nms(boxes, scores, *, threshold):
    """All pairs first, without a division; then from the best to the worst who is still there."""
    order = np.lexsort((np.arange(len(scores)), -scores))
    shared, union, _ = _areas(boxes[order], boxes[order])
    rivals = shared > threshold * union
    there = np.ones(len(order), bool)
    for i in range(len(order)):
        if there[i]:
            there[i + 1 :] &= ~rivals[i, i + 1 :]
    return order[there].astype(np.int64)


def yolo_encode(boxes, classes, *, grid, image_size, class_count):
    """All objects at once, in units of cells."""
    size = np.array(np.broadcast_to(image_size, 2)[::-1] / grid, boxes.dtype)
    first, last = boxes[:, :2] / size, boxes[:, 2:] / size
    middle = first + (last - first) / 2
    cell = np.clip(np.floor(middle).astype(int), 0, grid - 1)
    tensor = np.zeros((grid, grid, 5 + class_count), boxes.dtype)
    one_hot = np.eye(class_count, dtype=boxes.dtype)[classes]
    sure = np.ones((len(boxes), 1), boxes.dtype)
    for (column, row), cells in zip(
        cell, np.hstack([sure, middle - cell, (last - first)[:, ::-1], one_hot]), strict=True
    ):
        tensor[row, column] = cells
    return tensor.astype(boxes.dtype)


def yolo_decode(tensor, *, image_size, confidence):
    """All cells at once, of which some are chosen."""
    high, wide = np.broadcast_to(image_size, 2).tolist()
    rows, columns = np.indices(tensor.shape[:2]).astype(tensor.dtype)
    scale = np.array([wide, high, wide, high], tensor.dtype) / len(tensor)
    middle = np.stack([tensor[..., 1] + columns, tensor[..., 2] + rows] * 2, axis=-1)
    half = np.stack([-tensor[..., 4], -tensor[..., 3], tensor[..., 4], tensor[..., 3]], axis=-1) / 2
    chosen = tensor[..., 0] > confidence
    return ((middle + half) * scale)[chosen], tensor[..., 0][chosen], tensor[..., 5:].argmax(axis=-1)[chosen]


def _areas(a, b):
    """Return what pairs share, what they cover and how large the box around them is."""
    sizes = [boxes[:, 2:] - boxes[:, :2] for boxes in (a, b)]
    middles = [boxes[:, :2] + size / 2 for boxes, size in zip((a, b), sizes, strict=True)]
    apart = np.abs(middles[0][:, np.newaxis] - middles[1])
    smaller = np.minimum(sizes[0][:, np.newaxis], sizes[1])
    larger = np.maximum(sizes[0][:, np.newaxis], sizes[1])
    half = (sizes[0][:, np.newaxis] + sizes[1]) / 2
    shared = np.prod(np.clip(half - apart, 0, smaller), axis=2)
    around = np.prod(np.maximum(half + apart, larger), axis=2)
    return shared, sizes[0].prod(axis=1)[:, np.newaxis] + sizes[1].prod(axis=1) - shared, around


def _share(part, whole):
    return np.divide(part, whole, out=np.zeros_like(whole), where=whole > 0)
