"""Two-dimensional average pooling and its gradient."""

import numpy as np

from ._windows import Grid, fold, grid, require_choice, require_gradient, windows


def avg_pool2d(
    x: np.ndarray,
    *,
    kernel: int | tuple[int, int],
    stride: int | tuple[int, int] | None = None,
    padding: int | tuple[int, int] = 0,
    divisor: str = "window",
) -> np.ndarray:
    """Take the mean of every window.

    Args:
        x: images (N, C, H, W).
        kernel: window size, an integer or (rows, columns).
        stride: step from window to window; None means the kernel.
        padding: cells of 0 on every side, at most half the kernel.
        divisor: "window" divides by all cells of the window, "valid" only by those that are not padding.

    Returns:
        y (N, C, ⌊(H + 2p − k)/s⌋ + 1, ⌊(W + 2p − k)/s⌋ + 1).

    Raises:
        ValueError: x is not (N, C, H, W) with H, W ≥ 1, kernel or stride < 1, padding < 0 or more than half the
            kernel, a window larger than the padded image, or an unknown divisor.

    Source: LeCun, Bottou, Bengio and Haffner, Gradient-Based Learning, Proc. IEEE 1998, §II.B; divisor as in PyTorch
    2.13, Caffe and Chainer (window), TensorFlow 2.21, Keras 3.15 and ONNX (valid).
    """
    g = grid(x, kernel, stride, padding)
    require_choice("divisor", divisor, ("window", "valid"))
    return np.sum(windows(x, g, 0), axis=(-2, -1)) / _divisors(g, divisor).astype(x.dtype)


def avg_pool2d_backward(
    dy: np.ndarray,
    x: np.ndarray,
    *,
    kernel: int | tuple[int, int],
    stride: int | tuple[int, int] | None = None,
    padding: int | tuple[int, int] = 0,
    divisor: str = "window",
) -> np.ndarray:
    """Spread every window's gradient evenly over the window.

    Args:
        dy: gradient with respect to the output, of the output's shape.
        x: the images of the forward pass (N, C, H, W); only their shape matters.
        kernel: window size, an integer or (rows, columns).
        stride: step from window to window; None means the kernel.
        padding: cells of 0 on every side, at most half the kernel.
        divisor: "window" or "valid", as in the forward pass.

    Returns:
        dx (N, C, H, W); an element of several windows gets the sum.

    Raises:
        ValueError: as `avg_pool2d`; or dy is not of the output's shape.

    Source: the adjoint of `avg_pool2d`.
    """
    g = grid(x, kernel, stride, padding)
    require_gradient(dy, x, g)
    require_choice("divisor", divisor, ("window", "valid"))
    share = dy / _divisors(g, divisor).astype(dy.dtype)
    return fold(np.broadcast_to(share[..., np.newaxis, np.newaxis], (*share.shape, *g.kernel)), g)


def _divisors(g: Grid, divisor: str) -> np.ndarray:
    """Count the cells that each window's sum is divided by (output rows, output columns)."""
    cells = windows(np.ones((1, 1, *g.image), dtype=int), g, 1 if divisor == "window" else 0)
    return np.sum(cells, axis=(-2, -1))[0, 0]
