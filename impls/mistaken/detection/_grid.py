"""What mistaken grids get right: places in cells, and how they are written and read."""

import numpy as np


def sizes(image_size):
    """Height and width."""
    return (image_size, image_size) if np.ndim(image_size) == 0 else tuple(image_size)


def places(boxes, grid, image_size):
    """Midpoints and sizes in units of a cell: x, y, h, w."""
    height, width = sizes(image_size)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    h, w = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    return x * grid / width, y * grid / height, h * grid / height, w * grid / width


def cells(values, grid, rounding=np.floor):
    """The cell that each value falls into."""
    return np.clip(rounding(values), 0, grid - 1).astype(np.int64)


def written(row, column, place, classes, class_count, grid, like):
    """The tensor: each object in its cell, the last one stays."""
    tensor = np.zeros((grid, grid, 5 + class_count), dtype=like.dtype, like=like)
    for n in range(len(classes)):
        tensor[row[n], column[n]] = 0
        tensor[row[n], column[n], :5] = np.stack([np.ones_like(place[0][n]), *(p[n] for p in place)])
        tensor[row[n], column[n], 5 + classes[n]] = 1
    return tensor


def encoded(boxes, classes, grid, image_size, class_count, order=(0, 1, 2, 3)):
    """The right tensor, or with the four numbers of a place in another order."""
    x, y, h, w = places(boxes, grid, image_size)
    column, row = cells(x, grid), cells(y, grid)
    place = (x - column.astype(x.dtype), y - row.astype(x.dtype), h, w)
    return written(row, column, [place[k] for k in order], classes, class_count, grid, boxes)


def confident(tensor, confidence):
    """Rows, columns and contents of the cells above the threshold, in row-major order."""
    row, column = np.nonzero(tensor[:, :, 0] > confidence)
    return row, column, tensor[row, column]


def corners(x, y, h, w, image_size, grid):
    """Boxes from midpoints and sizes in units of a cell."""
    height, width = sizes(image_size)
    x, y, h, w = x * width / grid, y * height / grid, h * height / grid, w * width / grid
    return np.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2], axis=1)


def decoded(row, column, found, image_size, grid):
    """The right boxes, scores and classes of some cells."""
    row, column = row.astype(found.dtype), column.astype(found.dtype)
    boxes = corners(column + found[:, 1], row + found[:, 2], found[:, 3], found[:, 4], image_size, grid)
    return boxes, found[:, 0], np.argmax(found[:, 5:], axis=1)
