"""The grid of cells over an image: its sizes, and what this technique refuses."""

import numpy as np


def height_and_width(image_size):
    """Return both, and refuse an image without pixels."""
    height, width = (image_size, image_size) if np.ndim(image_size) == 0 else image_size
    if height < 1 or width < 1:
        raise ValueError(f"image_size must be at least 1, got {image_size}")
    return height, width


def require_count(name, value):
    """Refuse what is below 1."""
    if value < 1:
        raise ValueError(f"{name} must be at least 1, got {value}")


def require_labels(classes, count, class_count):
    """Refuse what is not one class index per box."""
    if np.shape(classes) != (count,) or np.asarray(classes).dtype.kind not in "iu":
        raise ValueError(f"classes must be {count} integers, one per box, got shape {np.shape(classes)}")
    if count and not (np.min(classes) >= 0 and np.max(classes) < class_count):
        raise ValueError(f"classes must lie between 0 and {class_count - 1}")


def require_inside(x, y, height, width):
    """Refuse midpoints that lie in no cell."""
    if not np.all((x >= 0) & (x < width) & (y >= 0) & (y < height)):
        raise ValueError(f"the midpoints of all boxes must lie within the image, [0, {width}) x [0, {height})")


def require_grid(tensor):
    """Refuse what is not a square of cells with at least one class each."""
    shape = np.shape(tensor)
    if len(shape) != 3 or shape[0] != shape[1] or not shape[0] or shape[2] < 6:
        raise ValueError(f"tensor must be (grid, grid, 5 + class_count), got shape {shape}")
