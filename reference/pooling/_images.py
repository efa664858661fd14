"""Pooling of whole images: what it refuses."""

import numpy as np


def require_images(x: np.ndarray) -> None:
    """Refuse what is not (N, C, H, W) with at least one position."""
    if np.ndim(x) != 4 or min(np.shape(x)[2:]) < 1:
        raise ValueError(f"x must be (N, C, H, W) with at least one row and one column, got shape {np.shape(x)}")


def require_one_number_each(dy: np.ndarray, x: np.ndarray) -> None:
    """Refuse a dy that is not (N, C)."""
    if np.shape(dy) != np.shape(x)[:2]:
        raise ValueError(f"dy must have the output's shape {np.shape(x)[:2]}, got {np.shape(dy)}")
