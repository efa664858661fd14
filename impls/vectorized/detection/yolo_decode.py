"""Objects read from YOLO's grid in NumPy."""

import numpy as np

from ._boxes import require_share
from ._grid import height_and_width, require_grid


def yolo_decode(tensor, *, image_size, confidence):
    """A mask picks the confident cells in row-major order; the arithmetic is done on those alone."""
    height, width = height_and_width(image_size)
    require_grid(tensor)
    require_share("confidence", confidence)
    scale = (np.array([width, height]) / len(tensor)).astype(tensor.dtype)
    cells = np.argwhere(tensor[:, :, 0] > confidence)
    found = tensor[cells[:, 0], cells[:, 1]]
    middle = (found[:, 1:3] + cells[:, ::-1].astype(tensor.dtype)) * scale
    half = found[:, 4:2:-1] * (scale / 2)
    return np.concatenate([middle - half, middle + half], axis=1), found[:, 0].copy(), found[:, 5:].argmax(axis=1)
