"""Mistakes people make in yolo_decode: from each confident cell a box in pixels, its confidence and its class."""

import numpy as np

from ._grid import confident, corners, decoded, sizes


def row_and_column_exchanged(tensor, *, image_size, confidence):
    """You took the row for x and the column for y.

    Columns lie along x.
    x = (column + bx)·width/grid.
    """
    row, column, found = confident(tensor, confidence)
    return decoded(column, row, found, image_size, len(tensor))


def column_by_column(tensor, *, image_size, confidence):
    """You went through the grid column by column.

    Go row by row.
    The first index of the tensor, the row, changes last.
    """
    row, column, found = confident(np.swapaxes(tensor, 0, 1), confidence)
    return decoded(column, row, found, image_size, len(tensor))


def width_before_height(tensor, *, image_size, confidence):
    """You read the width before the height.

    After the midpoint comes the height here.
    1, bx, by, bh, bw.
    """
    row, column, found = confident(tensor, confidence)
    boxes = _boxes(row, column, found, image_size, len(tensor), order=(1, 2, 4, 3))
    return boxes, found[:, 0], np.argmax(found[:, 5:], axis=1)


def row_offset_before_column_offset(tensor, *, image_size, confidence):
    """You read by before bx, as the order of rows and columns suggests.

    In the cell x comes first.
    1, bx, by, bh, bw.
    """
    row, column, found = confident(tensor, confidence)
    boxes = _boxes(row, column, found, image_size, len(tensor), order=(2, 1, 3, 4))
    return boxes, found[:, 0], np.argmax(found[:, 5:], axis=1)


def midpoint_as_corner(tensor, *, image_size, confidence):
    """You took the midpoint for the upper left corner.

    Half of width and height lie on each side of it.
    x1 = x − w/2, x2 = x + w/2.
    """
    row, column, found = confident(tensor, confidence)
    boxes, scores, classes = decoded(row, column, found, image_size, len(tensor))
    shift = (boxes[:, 2:] - boxes[:, :2]) / 2
    return boxes + np.concatenate([shift, shift], axis=1), scores, classes


def whole_size_on_each_side(tensor, *, image_size, confidence):
    """You went the whole width and height from the midpoint to each side: your boxes are twice as large.

    Half of width and height lie on each side of it.
    x1 = x − w/2, x2 = x + w/2.
    """
    row, column, found = confident(tensor, confidence)
    boxes = _boxes(row, column, found, image_size, len(tensor), stretch=2)
    return boxes, found[:, 0], np.argmax(found[:, 5:], axis=1)


def midpoints_and_sizes_returned(tensor, *, image_size, confidence):
    """You returned midpoints and sizes.

    Boxes are pairs of corners.
    (x − w/2, y − h/2, x + w/2, y + h/2).
    """
    row, column, found = confident(tensor, confidence)
    boxes, scores, classes = decoded(row, column, found, image_size, len(tensor))
    middle, size = (boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]
    return np.concatenate([middle, size], axis=1), scores, classes


def cell_not_added(tensor, *, image_size, confidence):
    """You forgot the cell, so that all boxes crowd in the upper left corner of the image.

    bx and by only tell where in its cell a midpoint lies.
    x = (column + bx)·width/grid.
    """
    row, column, found = confident(tensor, confidence)
    return decoded(0 * row, 0 * column, found, image_size, len(tensor))


def left_in_cells(tensor, *, image_size, confidence):
    """You returned boxes in units of a cell.

    Multiply by the size of a cell in pixels.
    x = (column + bx)·width/grid.
    """
    row, column, found = confident(tensor, confidence)
    return decoded(row, column, found, len(tensor), len(tensor))


def size_within_the_image(tensor, *, image_size, confidence):
    """You took height and width for shares of the image, as the paper on YOLO writes them.

    Here they are in units of a cell.
    h = bh·height/grid.
    """
    row, column, found = confident(tensor, confidence)
    boxes = _boxes(row, column, found, image_size, len(tensor), stretch=len(tensor))
    return boxes, found[:, 0], np.argmax(found[:, 5:], axis=1)


def at_the_confidence_too(tensor, *, image_size, confidence):
    """You also took cells whose confidence is exactly the threshold.

    It must be greater: with a threshold of 0, empty cells are no objects.
    confidence > threshold.
    """
    row, column = np.nonzero(tensor[:, :, 0] >= confidence)
    return decoded(row, column, tensor[row, column], image_size, len(tensor))


def height_for_width_of_the_image(tensor, *, image_size, confidence):
    """You took image_size for (width, height).

    It is the shape of an image array: height first.
    x = (column + bx)·width/grid.
    """
    row, column, found = confident(tensor, confidence)
    return decoded(row, column, found, sizes(image_size)[::-1], len(tensor))


def cut_off_at_the_image(tensor, *, image_size, confidence):
    """You cut the boxes off at the image's edges.

    A box may reach beyond the image; asked for is what the cell says.
    (x − w/2, y − h/2, x + w/2, y + h/2).
    """
    row, column, found = confident(tensor, confidence)
    boxes, scores, classes = decoded(row, column, found, image_size, len(tensor))
    height, width = sizes(image_size)
    limits = [width, height, width, height]
    cut = np.stack([np.clip(boxes[:, k], 0, limits[k]) for k in range(4)], axis=1)
    return cut, scores, classes


def class_one_place_early(tensor, *, image_size, confidence):
    """You looked for the class from the width on, so that all classes move up by one, and a large width wins.

    Five numbers come before the classes.
    class = argmax of tensor[row, column, 5:].
    """
    row, column, found = confident(tensor, confidence)
    boxes, scores, _ = decoded(row, column, found, image_size, len(tensor))
    return boxes, scores, np.argmax(found[:, 4:], axis=1)


def last_class_of_equal_ones(tensor, *, image_size, confidence):
    """You took the last of several equal class scores.

    The first one wins, as in np.argmax.
    class = argmax of tensor[row, column, 5:].
    """
    row, column, found = confident(tensor, confidence)
    boxes, scores, _ = decoded(row, column, found, image_size, len(tensor))
    return boxes, scores, found.shape[1] - 6 - np.argmax(found[:, :4:-1], axis=1)


def score_times_class_score(tensor, *, image_size, confidence):
    """You multiplied the confidence by the score of the class, as equation 1 of the paper on YOLO does.

    Asked for is the confidence as it stands in the cell.
    score = tensor[row, column, 0].
    """
    row, column, found = confident(tensor, confidence)
    boxes, scores, classes = decoded(row, column, found, image_size, len(tensor))
    return boxes, scores * np.max(found[:, 5:], axis=1), classes


def _boxes(row, column, found, image_size, grid, order=(1, 2, 3, 4), stretch=1):
    row, column = row.astype(found.dtype), column.astype(found.dtype)
    x, y, h, w = (found[:, k] for k in order)
    return corners(column + x, row + y, stretch * h, stretch * w, image_size, grid)
