"""Windows added back into images."""

from collections.abc import Sequence
from operator import index

import numpy as np

from ._windows import axes, blank, pair, require_shape


def col2im(
    cols: np.ndarray,
    x_shape: Sequence[int],
    *,
    kernel: int | tuple[int, int],
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
) -> np.ndarray:
    """Add every row back to the window that it came from: the adjoint of `im2col`, not its inverse.

    Args:
        cols: windows (N·H'·W', C·kh·kw), as `im2col` makes them.
        x_shape: shape of the images, (N, C, H, W).
        kernel: window size, an integer or (rows, columns).
        stride: step from window to window, an integer or (rows, columns).
        padding: cells on every side whose values are dropped, an integer or (rows, columns).

    Returns:
        x (N, C, H, W): each cell is the sum of what all windows hold for it, 0 where there is none.

    Raises:
        ValueError: as `im2col`; or x_shape is not made of four whole numbers, or cols is of another shape.

    Source: the adjoint of `im2col`; Saito, Deep Learning from Scratch, O'Reilly Japan 2016, §7.4.
    """
    n, channels, *image = _shape(x_shape)
    rows, columns = axes(tuple(image), pair("kernel", kernel, 1), stride, pair("padding", padding, 0))
    require_shape("cols", cols, (n * rows.count * columns.count, channels * rows.kernel * columns.kernel))
    windows = cols.reshape(n, rows.count, columns.count, channels, rows.kernel, columns.kernel)
    total = blank(np.zeros_like(cols, shape=(n, channels, *image)), rows, columns)
    for i, j in np.ndindex(rows.kernel, columns.kernel):
        total[:, :, rows.tap(i), columns.tap(j)] += windows[..., i, j].transpose(0, 3, 1, 2)
    return total[..., rows.inside, columns.inside]


def _shape(x_shape: Sequence[int]) -> tuple[int, ...]:
    try:
        sizes = tuple(index(size) for size in x_shape)
    except TypeError:
        raise ValueError(f"x_shape must be a sequence of whole numbers, got {x_shape!r}") from None
    if len(sizes) != 4 or min(sizes) < 0:
        raise ValueError(f"x_shape must be four sizes (N, C, H, W), got {sizes}")
    return sizes
