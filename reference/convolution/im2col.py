"""Images cut into windows, one to a row."""

import numpy as np

from ._windows import axes, padded, pair


def im2col(
    x: np.ndarray,
    *,
    kernel: int | tuple[int, int],
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
) -> np.ndarray:
    """Copy every window into a row of its own.

    Args:
        x: images (N, C, H, W).
        kernel: window size, an integer or (rows, columns).
        stride: step from window to window, an integer or (rows, columns).
        padding: cells of 0 on every side, an integer or (rows, columns).

    Returns:
        cols (N·H'·W', C·kh·kw): rows in the order of image, output row and output column; in each, the channels one
        after the other, each row by row.

    Raises:
        ValueError: x has not four axes or no cells, kernel or stride < 1, padding < 0, or a window larger than the
            padded image.

    Source: Chellapilla, Puri and Simard, High Performance Convolutional Neural Networks, IWFHR 2006, §3; rows as in
    Saito, Deep Learning from Scratch, O'Reilly Japan 2016, §7.4.
    """
    if x.ndim != 4:
        raise ValueError(f"x must have four axes (N, C, H, W), got shape {x.shape}")
    rows, columns = axes(x.shape[2:], pair("kernel", kernel, 1), stride, pair("padding", padding, 0))
    seen = np.lib.stride_tricks.sliding_window_view(
        padded(x, rows, columns), (rows.kernel, columns.kernel), axis=(2, 3)
    )
    windows = seen[:, :, :: rows.stride, :: columns.stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(x.shape[0] * rows.count * columns.count, x.shape[1] * rows.kernel * columns.kernel)
