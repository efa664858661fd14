"""Objects written into YOLO's grid, compiled."""

import numpy as np
from numba import njit

from ._boxes import require_boxes
from ._grid import height_and_width, require_count, require_labels


def yolo_encode(boxes, classes, *, grid, image_size, class_count):
    """One loop over the objects, each read once; a cell is cleared only where an object was before."""
    height, width = height_and_width(image_size)
    require_count("grid", grid)
    require_count("class_count", class_count)
    require_boxes(boxes=boxes)
    require_labels(classes, len(boxes), class_count)
    tensor = np.zeros((grid, grid, 5 + class_count), boxes.dtype)
    # Copies: the kernel then compiles once per dtype, not once more for read-only or strided arrays.
    if not _write(np.array(boxes, order="C"), np.array(classes, np.int64), height, width, tensor):
        raise ValueError(f"the midpoints of all boxes must lie within the image, [0, {width}) x [0, {height})")
    return tensor


@njit(cache=True, error_model="numpy")
def _write(boxes, classes, height, width, tensor):
    kind, grid = boxes.dtype.type, tensor.shape[0]
    cells, half = kind(grid), kind(0.5)
    across, down = kind(width), kind(height)
    for n in range(boxes.shape[0]):
        x1, y1, x2, y2 = boxes[n, 0], boxes[n, 1], boxes[n, 2], boxes[n, 3]
        x, y = (x1 + x2) * half, (y1 + y2) * half
        if not (x >= 0 and x < width and y >= 0 and y < height):
            return False
        x, y = x * cells / across, y * cells / down
        # Rounding may carry a midpoint next to the far edge over it.
        column, row = min(int(x), grid - 1), min(int(y), grid - 1)
        cell = tensor[row, column]
        if cell[0]:
            cell[5:] = 0
        cell[0] = 1
        cell[1], cell[2] = x - kind(column), y - kind(row)
        cell[3], cell[4] = (y2 - y1) * cells / down, (x2 - x1) * cells / across
        cell[5 + classes[n]] = 1
    return True
