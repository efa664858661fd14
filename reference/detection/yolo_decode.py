"""Objects read from the grid of cells that YOLO predicts."""

import numpy as np

from ._boxes import require_share
from ._grid import height_and_width, require_grid


def yolo_decode(
    tensor: np.ndarray, *, image_size: int | tuple[int, int], confidence: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Read a box, a score and a class from each cell that is confident enough.

    Args:
        tensor: (grid, grid, 5 + class_count), in each cell a confidence, bx, by, bh, bw and a score for each class, as
            yolo_encode writes them.
        image_size: (height, width) of the image in pixels, or one number for both.
        confidence: the threshold that a cell's confidence must be above, from 0 to 1.

    Returns:
        For the K cells whose confidence is above the threshold, row by row: boxes (K, 4), (x1, y1, x2, y2) in pixels,
        scores (K,), their confidences, and classes (K,), integers, the highest of the cell's class scores, the first
        of equal ones.

    Raises:
        ValueError: tensor is not (grid, grid, 5 + class_count) with at least one class, a size is below 1, or the
            threshold is no share.

    Source: Redmon, Divvala, Girshick and Farhadi, You Only Look Once, CVPR 2016, section 2; sizes in cells as in the
    Convolutional Neural Networks course of deeplearning.ai, 2017.
    """
    height, width = height_and_width(image_size)
    require_grid(tensor)
    require_share("confidence", confidence)
    grid = len(tensor)
    row, column = np.nonzero(tensor[:, :, 0] > confidence)
    found = tensor[row, column]
    row, column = row.astype(tensor.dtype), column.astype(tensor.dtype)
    x, y = (column + found[:, 1]) * width / grid, (row + found[:, 2]) * height / grid
    half_h, half_w = found[:, 3] * height / grid / 2, found[:, 4] * width / grid / 2
    boxes = np.stack([x - half_w, y - half_h, x + half_w, y + half_h], axis=1)
    return boxes, found[:, 0], np.argmax(found[:, 5:], axis=1)
