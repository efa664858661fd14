"""Objects read from YOLO's grid, compiled."""

import numpy as np
from numba import njit

from ._boxes import require_share
from ._grid import height_and_width, require_grid


def yolo_decode(tensor, *, image_size, confidence):
    """Cells are counted first, so that each result is written once, into memory of the right size."""
    height, width = height_and_width(image_size)
    require_grid(tensor)
    require_share("confidence", confidence)
    flags = tensor.flags
    tensor = tensor if flags.c_contiguous and flags.writeable and flags.aligned else tensor.copy()
    found = int(np.count_nonzero(tensor[:, :, 0] > confidence))
    boxes, scores = np.empty((found, 4), tensor.dtype), np.empty(found, tensor.dtype)
    classes = np.empty(found, np.int64)
    _read(tensor, height, width, tensor.dtype.type(confidence), boxes, scores, classes)
    return boxes, scores, classes


@njit(cache=True, error_model="numpy")
def _read(tensor, height, width, confidence, boxes, scores, classes):
    kind, grid = tensor.dtype.type, tensor.shape[0]
    across, down, half = kind(width / grid), kind(height / grid), kind(0.5)
    k = 0
    for row in range(grid):
        for column in range(grid):
            cell = tensor[row, column]
            if cell[0] > confidence:
                x, y = (kind(column) + cell[1]) * across, (kind(row) + cell[2]) * down
                h, w = cell[3] * down * half, cell[4] * across * half
                boxes[k, 0], boxes[k, 1], boxes[k, 2], boxes[k, 3] = x - w, y - h, x + w, y + h
                scores[k], classes[k] = cell[0], np.argmax(cell[5:])
                k += 1
