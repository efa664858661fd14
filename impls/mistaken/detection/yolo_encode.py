"""Mistakes people make in yolo_encode: in the cell of each box's midpoint 1, bx, by, bh, bw and the one-hot class."""

import numpy as np

from ._grid import cells, encoded, places, sizes, written


def row_and_column_exchanged(boxes, classes, *, grid, image_size, class_count):
    """You put the column first: the cell [column, row] in place of [row, column].

    The first index of an array counts the rows, which lie along y.
    tensor[⌊y⌋, ⌊x⌋].
    """
    return np.swapaxes(encoded(boxes, classes, grid, image_size, class_count), 0, 1).copy()


def width_before_height(boxes, classes, *, grid, image_size, class_count):
    """You wrote the width before the height.

    After the midpoint comes the height here.
    1, bx, by, bh, bw.
    """
    return encoded(boxes, classes, grid, image_size, class_count, order=(0, 1, 3, 2))


def row_offset_before_column_offset(boxes, classes, *, grid, image_size, class_count):
    """You wrote by before bx, as the order of rows and columns suggests.

    In the cell x comes first.
    1, bx, by, bh, bw.
    """
    return encoded(boxes, classes, grid, image_size, class_count, order=(1, 0, 2, 3))


def cell_of_the_upper_left_corner(boxes, classes, *, grid, image_size, class_count):
    """You used the upper left corner where the midpoint belongs.

    It is the midpoint that decides which cell is responsible, and that is written there.
    x = (x1 + x2)/2, y = (y1 + y2)/2.
    """
    x, y, h, w = places(boxes, grid, image_size)
    x, y = x - w / 2, y - h / 2
    column, row = cells(x, grid), cells(y, grid)
    return written(row, column, (x - column, y - row, h, w), classes, class_count, grid, boxes)


def read_as_corner_and_size(boxes, classes, *, grid, image_size, class_count):
    """You read the boxes as (x, y, width, height).

    The last two numbers are the lower right corner.
    (x1, y1, x2, y2): the midpoint is ((x1 + x2)/2, (y1 + y2)/2).
    """
    read = np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=1)
    return encoded(read, classes, grid, image_size, class_count)


def midpoint_within_the_image(boxes, classes, *, grid, image_size, class_count):
    """You wrote the midpoint relative to the image, so that the cell is said twice.

    Write where in its cell the midpoint lies, from 0 to 1.
    bx = x − ⌊x⌋, with x in units of a cell.
    """
    x, y, h, w = places(boxes, grid, image_size)
    return written(cells(y, grid), cells(x, grid), (x / grid, y / grid, h, w), classes, class_count, grid, boxes)


def cell_not_subtracted(boxes, classes, *, grid, image_size, class_count):
    """You wrote the midpoint in units of a cell, but counted from the image's corner.

    Subtract the cell: what is left lies between 0 and 1.
    bx = x − ⌊x⌋.
    """
    x, y, h, w = places(boxes, grid, image_size)
    return written(cells(y, grid), cells(x, grid), (x, y, h, w), classes, class_count, grid, boxes)


def size_within_the_image(boxes, classes, *, grid, image_size, class_count):
    """You wrote height and width relative to the image, as the paper on YOLO does.

    Here they are in units of a cell, and may be larger than 1.
    bh = (y2 − y1)·grid/height.
    """
    x, y, h, w = places(boxes, grid, image_size)
    column, row = cells(x, grid), cells(y, grid)
    place = (x - column, y - row, h / grid, w / grid)
    return written(row, column, place, classes, class_count, grid, boxes)


def nearest_cell_edge(boxes, classes, *, grid, image_size, class_count):
    """You rounded to the nearest whole number in place of rounding down: half of all midpoints land one cell too far.

    A midpoint belongs to the cell that it lies in.
    column = ⌊x⌋.
    """
    x, y, h, w = places(boxes, grid, image_size)
    column, row = cells(x, grid, np.rint), cells(y, grid, np.rint)
    return written(row, column, (x - column, y - row, h, w), classes, class_count, grid, boxes)


def height_for_width_of_the_image(boxes, classes, *, grid, image_size, class_count):
    """You took image_size for (width, height).

    It is the shape of an image array: height first.
    x = (x1 + x2)/2·grid/width.
    """
    return encoded(boxes, classes, grid, sizes(image_size)[::-1], class_count)


def first_object_stays(boxes, classes, *, grid, image_size, class_count):
    """You left a cell alone that had an object already.

    Of several objects in a cell the last one is written.
    tensor[row, column] = … for every object.
    """
    return encoded(boxes[::-1], classes[::-1], grid, image_size, class_count)


def classes_pile_up(boxes, classes, *, grid, image_size, class_count):
    """You did not clear the class of the object that was in the cell before, so that the cell shows two classes.

    Replace the whole cell.
    One class is 1, all others are 0.
    """
    tensor = encoded(boxes, classes, grid, image_size, class_count)
    x, y, _, _ = places(boxes, grid, image_size)
    tensor[cells(y, grid), cells(x, grid), 5 + classes] = 1
    return tensor


def class_one_place_early(boxes, classes, *, grid, image_size, class_count):
    """You counted the places from 1: the class is written one place early, and class 0 over the width.

    Five numbers come before the classes.
    tensor[row, column, 5 + class] = 1.
    """
    tensor = encoded(boxes, classes, grid, image_size, class_count)
    tensor[:, :, 5:] = 0
    x, y, _, _ = places(boxes, grid, image_size)
    tensor[cells(y, grid), cells(x, grid), 4 + classes] = 1
    return tensor


def half_the_size(boxes, classes, *, grid, image_size, class_count):
    """You wrote half of height and width, from the midpoint to the edge.

    Write them whole.
    bh = (y2 − y1)·grid/height.
    """
    x, y, h, w = places(boxes, grid, image_size)
    column, row = cells(x, grid), cells(y, grid)
    return written(row, column, (x - column, y - row, h / 2, w / 2), classes, class_count, grid, boxes)
