"""Objects written into YOLO's grid in plain Python."""

import numpy as np

from ._boxes import require_boxes
from ._grid import height_and_width, require_count, require_inside, require_labels


def yolo_encode(boxes, classes, *, grid, image_size, class_count):
    """One cell per object, replaced as a whole; cells without an object are filled once."""
    height, width = height_and_width(image_size)
    require_count("grid", grid)
    require_count("class_count", class_count)
    require_boxes(boxes=boxes)
    require_labels(classes, len(boxes), class_count)
    tensor = [[0.0] * (5 + class_count) for _ in range(grid * grid)]
    for (x1, y1, x2, y2), label in zip(boxes.tolist(), classes.tolist(), strict=True):
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        require_inside(x, y, height, width)
        x, y = x * grid / width, y * grid / height
        column, row = min(int(x), grid - 1), min(int(y), grid - 1)
        one_hot = [0.0] * class_count
        one_hot[label] = 1.0
        place = [1.0, x - column, y - row, (y2 - y1) * grid / height, (x2 - x1) * grid / width]
        tensor[row * grid + column] = place + one_hot
    return np.array(tensor, boxes.dtype).reshape(grid, grid, 5 + class_count)
