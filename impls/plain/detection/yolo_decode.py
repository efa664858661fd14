"""Objects read from YOLO's grid in plain Python."""

import numpy as np

from ._boxes import require_share
from ._grid import height_and_width, require_grid


def yolo_decode(tensor, *, image_size, confidence):
    """One look at each cell; only those that are confident enough are read."""
    height, width = height_and_width(image_size)
    require_grid(tensor)
    require_share("confidence", confidence)
    grid = len(tensor)
    boxes, scores, classes = [], [], []
    for row, cells in enumerate(tensor.tolist()):
        for column, (score, bx, by, bh, bw, *votes) in enumerate(cells):
            if score > confidence:
                x, y = (column + bx) * width / grid, (row + by) * height / grid
                h, w = bh * height / grid / 2, bw * width / grid / 2
                boxes.append([x - w, y - h, x + w, y + h])
                scores.append(score)
                classes.append(votes.index(max(votes)))
    return (
        np.array(boxes, tensor.dtype).reshape(-1, 4),
        np.array(scores, tensor.dtype),
        np.array(classes, np.int64),
    )
