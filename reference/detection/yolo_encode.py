"""Objects written into the grid of cells that YOLO learns from."""

import numpy as np

from ._boxes import require_boxes
from ._grid import height_and_width, require_count, require_inside, require_labels


def yolo_encode(
    boxes: np.ndarray,
    classes: np.ndarray,
    *,
    grid: int,
    image_size: int | tuple[int, int],
    class_count: int,
) -> np.ndarray:
    """Write each object into the cell that its midpoint lies in.

    Args:
        boxes: (N, 4), boxes (x1, y1, x2, y2) in pixels with x1 ≤ x2 and y1 ≤ y2.
        classes: (N,), the classes of the objects, integers from 0 to class_count − 1.
        grid: the number of cells in each direction, at least 1.
        image_size: (height, width) of the image in pixels, or one number for both.
        class_count: how many classes there are, at least 1.

    Returns:
        (grid, grid, 5 + class_count): in row i and column j 1, bx, by, bh, bw and the class, one-hot, of the last
        object whose midpoint lies in that cell; 0 in cells without an object. (bx, by) is the midpoint seen from the
        cell's upper left corner, bh and bw are height and width, all in units of a cell.

    Raises:
        ValueError: the shapes do not fit, corners are in the wrong order, a midpoint lies outside the image, a class is
            none, or a size is below 1.

    Source: Redmon, Divvala, Girshick and Farhadi, You Only Look Once, CVPR 2016, section 2; sizes in cells as in the
    Convolutional Neural Networks course of deeplearning.ai, 2017.
    """
    height, width = height_and_width(image_size)
    require_count("grid", grid)
    require_count("class_count", class_count)
    require_boxes(boxes=boxes)
    require_labels(classes, len(boxes), class_count)
    x1, y1, x2, y2 = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
    require_inside(middle_x, middle_y, height, width)
    x, y = middle_x * grid / width, middle_y * grid / height
    # Rounding may carry a midpoint next to the far edge over it.
    column, row = (np.minimum(np.floor(v), grid - 1).astype(np.int64) for v in (x, y))
    place = np.stack(
        [
            np.ones_like(x),
            x - column.astype(x.dtype),
            y - row.astype(x.dtype),
            (y2 - y1) * grid / height,
            (x2 - x1) * grid / width,
        ],
        axis=1,
    )
    tensor = np.zeros((grid, grid, 5 + class_count), dtype=boxes.dtype, like=boxes)
    for n in range(len(boxes)):
        cell = tensor[row[n], column[n]]
        cell[:5], cell[5:] = place[n], 0
        cell[5 + classes[n]] = 1
    return tensor
