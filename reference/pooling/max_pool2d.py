"""Two-dimensional max pooling and its gradient."""

import numpy as np

from ._windows import fold, grid, require_choice, require_gradient, windows


def max_pool2d(
    x: np.ndarray,
    *,
    kernel: int | tuple[int, int],
    stride: int | tuple[int, int] | None = None,
    padding: int | tuple[int, int] = 0,
) -> np.ndarray:
    """Take the largest element of every window; a NaN is the largest.

    Args:
        x: images (N, C, H, W).
        kernel: window size, an integer or (rows, columns).
        stride: step from window to window; None means the kernel.
        padding: cells of −∞ on every side, at most half the kernel.

    Returns:
        y (N, C, ⌊(H + 2p − k)/s⌋ + 1, ⌊(W + 2p − k)/s⌋ + 1).

    Raises:
        ValueError: x is not (N, C, H, W) with H, W ≥ 1, kernel or stride < 1, padding < 0 or more than half the
            kernel, or a window larger than the padded image.

    Source: Scherer, Müller and Behnke, Evaluation of Pooling Operations, ICANN 2010; borders as in PyTorch 2.13.
    """
    return np.max(windows(x, grid(x, kernel, stride, padding), -np.inf), axis=(-2, -1))


def max_pool2d_backward(
    dy: np.ndarray,
    x: np.ndarray,
    *,
    kernel: int | tuple[int, int],
    stride: int | tuple[int, int] | None = None,
    padding: int | tuple[int, int] = 0,
    ties: str = "first",
) -> np.ndarray:
    """Hand every window's gradient to the element that was its maximum.

    Args:
        dy: gradient with respect to the output, of the output's shape.
        x: the images of the forward pass (N, C, H, W).
        kernel: window size, an integer or (rows, columns).
        stride: step from window to window; None means the kernel.
        padding: cells of −∞ on every side, at most half the kernel; they never win.
        ties: who gets the gradient of equal maxima: the "first" in row-major order, "all" of them in full, or all
            of them in equal shares ("split"). The first NaN of a window takes its whole gradient.

    Returns:
        dx (N, C, H, W); an element that wins several windows gets the sum.

    Raises:
        ValueError: as `max_pool2d`; or dy is not of the output's shape, or ties is unknown.

    Source: Scherer, Müller and Behnke 2010, §3.3; ties as in PyTorch 2.13 and Caffe (first), the naive
    `window == max` (all), the reshape layer of CS231n and whole-axis maxima in TensorFlow and JAX (split).
    """
    g = grid(x, kernel, stride, padding)
    require_gradient(dy, x, g)
    require_choice("ties", ties, ("first", "all", "split"))
    seen = windows(x, g, -np.inf)
    inside = windows(np.ones(x.shape, dtype=bool), g, False)
    winners = inside & (seen == np.max(seen, axis=(-2, -1), keepdims=True))
    if ties == "first":
        winners = _first_of(winners)
    lost = _first_of(np.isnan(seen))
    winners = np.where(np.any(lost, axis=(-2, -1), keepdims=True), lost, winners)
    share = dy / np.sum(winners, axis=(-2, -1)).astype(dy.dtype) if ties == "split" else dy
    return fold(np.where(winners, share[..., np.newaxis, np.newaxis], np.zeros_like(dy, shape=())), g)


def _first_of(marks: np.ndarray) -> np.ndarray:
    """Keep only the first True of every window, in row-major order."""
    flat = marks.reshape(*marks.shape[:-2], marks.shape[-2] * marks.shape[-1])
    return (flat & (np.cumsum(flat, axis=-1) == 1)).reshape(marks.shape)
