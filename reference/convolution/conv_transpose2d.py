"""Two-dimensional transposed convolution and its gradients."""

import numpy as np

from ._windows import Axis, axes, blank, padded, pair, require_shape


def conv_transpose2d(
    x: np.ndarray,
    w: np.ndarray,
    b: np.ndarray,
    *,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    output_padding: int | tuple[int, int] = 0,
) -> np.ndarray:
    """Spread every cell over a window of the result, weighted with the kernel, and add a bias.

    Args:
        x: images (N, C, H, W).
        w: weights (C, O, kh, kw).
        b: one bias per output channel, (O,).
        stride: step from window to window in the result, an integer or (rows, columns).
        padding: cells that are cut off the result on every side, an integer or (rows, columns).
        output_padding: cells added to the result at the end, less than the stride, an integer or (rows, columns).

    Returns:
        y (N, O, (H − 1)·s − 2p + kh + op, (W − 1)·s − 2p + kw + op).

    Raises:
        ValueError: shapes that do not fit, stride < 1, padding < 0, output_padding < 0 or not less than the stride, or
            nothing left of the result.

    Source: Dumoulin and Visin, A Guide to Convolution Arithmetic, arXiv:1603.07285, relationships 13 and 14; PyTorch
    2.13.
    """
    rows, columns = _layout(x, w, stride, padding, output_padding)
    require_shape("b", b, (w.shape[1],))
    shape = (x.shape[0], w.shape[1], rows.size, columns.size)
    total = blank(np.zeros(shape, dtype=x.dtype, like=x), rows, columns)
    for i, j in np.ndindex(rows.kernel, columns.kernel):
        products = np.tensordot(w[..., i, j], x, (0, 1))
        total[..., rows.tap(i), columns.tap(j)] += np.moveaxis(products, 0, 1)
    return total[..., rows.inside, columns.inside] + b[:, np.newaxis, np.newaxis]


def conv_transpose2d_backward(
    dy: np.ndarray,
    x: np.ndarray,
    w: np.ndarray,
    *,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    output_padding: int | tuple[int, int] = 0,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Carry a gradient back to images, weights and biases: to the images by a convolution.

    Args:
        dy: gradient with respect to the output, of the output's shape.
        x: images (N, C, H, W).
        w: weights (C, O, kh, kw).
        stride: as in the forward pass.
        padding: as in the forward pass.
        output_padding: as in the forward pass.

    Returns:
        dx, dw and db, of the shapes of x, w and the bias.

    Raises:
        ValueError: as `conv_transpose2d`; or dy is not of the output's shape.

    Source: Dumoulin and Visin, arXiv:1603.07285, §4.1: the adjoint of the adjoint.
    """
    rows, columns = _layout(x, w, stride, padding, output_padding)
    require_shape("dy", dy, (x.shape[0], w.shape[1], rows.size, columns.size))
    seen, dx, dw = padded(dy, rows, columns), np.zeros_like(x), np.zeros_like(w)
    for i, j in np.ndindex(rows.kernel, columns.kernel):
        window = seen[..., rows.tap(i), columns.tap(j)]
        dx += np.moveaxis(np.tensordot(w[..., i, j], window, (1, 1)), 0, 1)
        dw[..., i, j] = np.tensordot(x, window, ((0, 2, 3), (0, 2, 3)))
    return dx, dw, np.sum(dy, axis=(0, 2, 3))


def _layout(x: np.ndarray, w: np.ndarray, stride: object, padding: object, output_padding: object) -> tuple[Axis, Axis]:
    """Lay windows over the result, one for each cell of x."""
    for name, array in (("x", x), ("w", w)):
        if array.ndim != 4 or min(array.shape[1:]) < 1:
            raise ValueError(f"{name} must have four axes, none empty but the first, got shape {array.shape}")
    require_shape("w", w, (x.shape[1], *w.shape[1:]))
    stride, padding = pair("stride", stride, 1), pair("padding", padding, 0)
    more = pair("output_padding", output_padding, 0)
    if any(extra >= step for extra, step in zip(more, stride, strict=True)):
        raise ValueError(f"output_padding must be less than the stride, got {more} for a stride of {stride}")
    sizes = zip(x.shape[2:], w.shape[2:], stride, padding, more, strict=True)
    result = tuple((n - 1) * s - 2 * p + k + extra for n, k, s, p, extra in sizes)
    if min(result) < 1:
        raise ValueError(f"padding must leave something of the result, got {padding}, which leaves {result}")
    return axes(result, w.shape[2:], stride, padding)
