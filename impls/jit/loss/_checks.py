"""What the losses of this technique refuse."""

import numpy as np


def require_same_shape(**arrays):
    """Refuse arrays that would have to be broadcast against the first one."""
    (first, *_), shape = arrays, np.shape(next(iter(arrays.values())))
    for name, array in arrays.items():
        if np.shape(array) != shape:
            raise ValueError(f"{name} must have the shape of {first}, {shape}, got {np.shape(array)}")


def require_choice(name, value, allowed):
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def require_rows(**arrays):
    """Refuse what is not one row of at least one value per example."""
    for name, array in arrays.items():
        if np.ndim(array) != 2 or not np.shape(array)[1]:
            raise ValueError(f"{name} must be (N, C) with at least one column, got shape {np.shape(array)}")


def require_labels(labels, rows, classes):
    """Refuse labels that are not one class index per row."""
    if np.shape(labels) != (rows,) or np.asarray(labels).dtype.kind not in "iu":
        raise ValueError(f"labels must be {rows} integers, one per row, got shape {np.shape(labels)}")
    if rows and not (labels.min() >= 0 and labels.max() < classes):
        raise ValueError(f"labels must lie between 0 and {classes - 1}, got {labels.min()} to {labels.max()}")


def require_maps(**arrays):
    """Refuse what is not the feature maps of one image."""
    for name, array in arrays.items():
        if np.ndim(array) != 3:
            raise ValueError(f"{name} must be (C, H, W), got shape {np.shape(array)}")


def require_not_negative(**options):
    """Refuse negative options."""
    for name, value in options.items():
        if not value >= 0:
            raise ValueError(f"{name} must be at least 0, got {value}")


def require_positive(**options):
    """Refuse options that are 0 or below."""
    for name, value in options.items():
        if not value > 0:
            raise ValueError(f"{name} must be above 0, got {value}")
