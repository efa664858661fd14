"""Objects written into YOLO's grid in NumPy."""

import numpy as np

from ._boxes import require_boxes
from ._grid import height_and_width, require_count, require_inside, require_labels


def yolo_encode(boxes, classes, *, grid, image_size, class_count):
    """All objects at once; the last one of each cell is found by np.unique, since NumPy promises no order of writing."""
    height, width = height_and_width(image_size)
    require_count("grid", grid)
    require_count("class_count", class_count)
    require_boxes(boxes=boxes)
    require_labels(classes, len(boxes), class_count)
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    require_inside(middle[:, 0], middle[:, 1], height, width)
    size = np.array([width, height], boxes.dtype)
    middle *= grid
    middle /= size
    # Rounding may carry a midpoint next to the far edge over it.
    cell = np.minimum(middle.astype(np.int64), grid - 1)
    flat = cell[:, 1] * grid + cell[:, 0]
    flat, last = np.unique(flat[::-1], return_index=True)
    last = len(boxes) - 1 - last
    tensor = np.zeros((grid * grid, 5 + class_count), boxes.dtype)
    tensor[flat, 0] = 1
    tensor[flat, 1:3] = middle[last] - cell[last]
    tensor[flat, 3:5] = ((boxes[last, 2:] - boxes[last, :2]) * grid / size)[:, ::-1]
    tensor[flat, 5 + classes[last]] = 1
    return tensor.reshape(grid, grid, 5 + class_count)
