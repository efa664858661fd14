"""Mistakes in object detection that were written after the suite, by someone who had not seen it."""

import numpy as np


def giou__intersection_in_the_penalty(a, b):
    """You took the intersection off the enclosing box; it is the union, what neither box covers is penalized.

    For disjoint boxes your penalty is always 1, so that the distance between them no longer counts.
    """
    _refuse_unless(_are_boxes(a), _are_boxes(b))
    intersection, union = _intersections_and_unions(a, b, 0)
    sides = np.maximum(a[:, None, 2:], b[None, :, 2:]) - np.minimum(a[:, None, :2], b[None, :, :2])
    around = sides[..., 0] * sides[..., 1]
    return _quotients(intersection, union) - _quotients(around - intersection, around)


def nms__only_the_last_kept(boxes, scores, *, threshold, suppress="above", edges="continuous"):
    """You compared each box with the one that was kept last; it has to be compared with every box kept before it.

    With two clusters of boxes whose scores alternate, the rivals of the first cluster come back.
    """
    _refuse_unless(_are_boxes(boxes), np.shape(scores) == (len(boxes),), not np.any(np.isnan(scores)))
    _refuse_unless(0 <= threshold <= 1, suppress in ("above", "at_or_above"), edges in ("continuous", "inclusive"))
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        pixel = 1 if edges == "inclusive" else 0
        overlaps = _quotients(*_intersections_and_unions(boxes[[i]], boxes[kept[-1:]], pixel))
        if not np.any(overlaps > threshold if suppress == "above" else overlaps >= threshold):
            kept.append(i)
    return np.array(kept, dtype=np.int64)


def yolo_encode__width_before_height(boxes, classes, *, grid, image_size, class_count):
    """You read image_size as (width, height), and wrote bw before bh; in both the height comes first.

    Square images with square objects look right.
    """
    height, width = (image_size, image_size) if np.ndim(image_size) == 0 else image_size
    _refuse_unless(_are_boxes(boxes), np.shape(classes) == (len(boxes),), min(height, width, grid, class_count) >= 1)
    _refuse_unless(np.all(classes >= 0), np.all(classes < class_count))
    middle_x, middle_y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    _refuse_unless(np.all((middle_x >= 0) & (middle_x < width) & (middle_y >= 0) & (middle_y < height)))
    width, height = height, width
    x, y = middle_x * grid / width, middle_y * grid / height
    column, row = (np.minimum(np.floor(value), grid - 1).astype(np.int64) for value in (x, y))
    wide, tall = (boxes[:, 2] - boxes[:, 0]) * grid / width, (boxes[:, 3] - boxes[:, 1]) * grid / height
    left, top = x - column.astype(x.dtype), y - row.astype(x.dtype)
    tensor = np.zeros((grid, grid, 5 + class_count), dtype=boxes.dtype)
    for n in range(len(boxes)):
        cell = tensor[row[n], column[n]]
        cell[:] = 0
        cell[:5] = 1, left[n], top[n], wide[n], tall[n]
        cell[5 + classes[n]] = 1
    return tensor


def yolo_decode__score_of_the_class(tensor, *, image_size, confidence):
    """You multiplied the confidence with the best class score, and kept cells at the threshold; here the confidence alone counts.

    Cells are kept whose confidence is greater than the threshold, and the score is that confidence. With one-hot classes
    the product is the same.
    """
    height, width = (image_size, image_size) if np.ndim(image_size) == 0 else image_size
    _refuse_unless(tensor.ndim == 3, tensor.shape[0] == tensor.shape[1] >= 1, tensor.shape[2] >= 6)
    _refuse_unless(min(height, width) >= 1, 0 <= confidence <= 1)
    grid = len(tensor)
    certainty = tensor[:, :, 0] * np.max(tensor[:, :, 5:], axis=2)
    row, column = np.nonzero(certainty >= confidence)
    found, scores = tensor[row, column], certainty[row, column]
    row, column = row.astype(tensor.dtype), column.astype(tensor.dtype)
    x, y = (column + found[:, 1]) * width / grid, (row + found[:, 2]) * height / grid
    half_h, half_w = found[:, 3] * height / grid / 2, found[:, 4] * width / grid / 2
    boxes = np.stack([x - half_w, y - half_h, x + half_w, y + half_h], axis=1)
    return boxes, scores, np.argmax(found[:, 5:], axis=1)


def _are_boxes(boxes):
    return np.ndim(boxes) == 2 and np.shape(boxes)[1] == 4 and np.all(boxes[:, :2] <= boxes[:, 2:])


def _intersections_and_unions(a, b, pixel):
    start, end = np.maximum(a[:, None, :2], b[None, :, :2]), np.minimum(a[:, None, 2:], b[None, :, 2:])
    sides = np.maximum(end - start + pixel, 0)
    intersection = sides[..., 0] * sides[..., 1]
    first, second = ((c[:, 2] - c[:, 0] + pixel) * (c[:, 3] - c[:, 1] + pixel) for c in (a, b))
    return intersection, first[:, None] + second - intersection


def _quotients(numerators, denominators):
    something = denominators > 0
    return np.where(something, numerators / np.where(something, denominators, 1), 0)


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
