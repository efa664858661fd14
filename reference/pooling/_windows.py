"""Pooling windows: where they lie, how to look at them, and how to add them back."""

from operator import index
from typing import NamedTuple

import numpy as np


class Grid(NamedTuple):
    """A grid of windows over an image; every field is (rows, columns)."""

    image: tuple[int, int]
    kernel: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int]
    output: tuple[int, int]


def pair(name: str, value: object, least: int) -> tuple[int, int]:
    """Read an integer, or a pair of integers (rows, columns), none below `least`."""
    try:
        rows, columns = (value, value) if isinstance(value, (int, np.integer)) else value
        rows, columns = index(rows), index(columns)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be an integer or a pair of integers (rows, columns), got {value!r}") from None
    if min(rows, columns) < least:
        raise ValueError(f"{name} must be at least {least}, got {value!r}")
    return rows, columns


def grid(x: np.ndarray, kernel: object, stride: object, padding: object) -> Grid:
    """Lay the windows over the images of x (N, C, H, W); ragged rows and columns at the end are left out."""
    if x.ndim != 4:
        raise ValueError(f"x must have four axes (N, C, H, W), got shape {x.shape}")
    kernel = pair("kernel", kernel, 1)
    stride = kernel if stride is None else pair("stride", stride, 1)
    padding = pair("padding", padding, 0)
    image = x.shape[2:]
    if min(image) < 1:
        raise ValueError(f"x must have images of at least one row and one column, got shape {x.shape}")
    for size, k, p in zip(image, kernel, padding, strict=True):
        if 2 * p > k:
            raise ValueError(f"padding must be at most half the kernel, got padding {padding} for kernel {kernel}")
        if k > size + 2 * p:
            raise ValueError(f"kernel must fit into the padded image, got {kernel} over {image} padded by {padding}")
    rows, columns = ((n + 2 * p - k) // s + 1 for n, k, s, p in zip(image, kernel, stride, padding, strict=True))
    return Grid(image, kernel, stride, padding, (rows, columns))


def require_gradient(dy: np.ndarray, x: np.ndarray, g: Grid) -> None:
    """Refuse a dy that is not of the output's shape."""
    if dy.shape != (*x.shape[:2], *g.output):
        raise ValueError(f"dy must have the output's shape {(*x.shape[:2], *g.output)}, got {dy.shape}")


def require_choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse an unknown value of a convention."""
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")


def windows(x: np.ndarray, g: Grid, fill: float) -> np.ndarray:
    """Look at x (N, C, H, W) as windows (N, C, output rows, output columns, kernel rows, kernel columns)."""
    (above, beside), (down, across) = g.padding, g.stride
    padded = np.pad(x, ((0, 0), (0, 0), (above, above), (beside, beside)), constant_values=fill)
    return np.lib.stride_tricks.sliding_window_view(padded, g.kernel, axis=(2, 3))[:, :, ::down, ::across]


def fold(parts: np.ndarray, g: Grid) -> np.ndarray:
    """Add windows back into images, dropping what lies on padding: the adjoint of `windows`."""
    (height, width), (above, beside), (down, across), (rows, columns) = g.image, g.padding, g.stride, g.output
    shape = (*parts.shape[:2], height + 2 * above, width + 2 * beside)
    total = np.zeros(shape, dtype=parts.dtype, like=parts)
    for a, b in np.ndindex(*g.kernel):
        total[:, :, a : a + rows * down : down, b : b + columns * across : across] += parts[..., a, b]
    return total[:, :, above : above + height, beside : beside + width]
