"""Two-dimensional convolution and its gradients."""

import numpy as np

from ._windows import Axis, axes, blank, padded, require_choice, require_layer, require_shape


def conv2d(
    x: np.ndarray,
    w: np.ndarray,
    b: np.ndarray,
    *,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] | str = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
    same_pad: str = "end",
) -> np.ndarray:
    """Weigh and add up the cells of every window, and add a bias: a cross-correlation, the kernel is not flipped.

    Args:
        x: images (N, C, H, W).
        w: weights (O, C/groups, kh, kw).
        b: one bias per output channel, (O,).
        stride: step from window to window, an integer or (rows, columns).
        padding: cells of 0 on every side, an integer or (rows, columns); "valid" for none, or "same" for as many as
            make an output of ⌈H/stride⌉ by ⌈W/stride⌉.
        dilation: step from tap to tap within a window, an integer or (rows, columns).
        groups: into how many groups the channels are divided; each group of outputs sees its group of inputs only.
        same_pad: where "same" puts the odd cell, at the "end" or at the "start".

    Returns:
        y (N, O, ⌊(H + 2p − d(kh − 1) − 1)/s⌋ + 1, ⌊(W + 2p − d(kw − 1) − 1)/s⌋ + 1).

    Raises:
        ValueError: shapes that do not fit, stride, dilation or groups < 1, padding < 0 or an unknown word, groups that
            do not divide the channels, a window larger than the padded image, or an unknown same_pad.

    Source: LeCun, Bottou, Bengio and Haffner, Gradient-Based Learning, Proc. IEEE 1998, §II.A; Dumoulin and Visin, A
    Guide to Convolution Arithmetic, arXiv:1603.07285, relationships 6 and 15.
    """
    rows, columns = _layout(x, w, stride, padding, dilation, groups, same_pad)
    require_shape("b", b, (w.shape[0],))
    seen = padded(x, rows, columns)
    y = np.zeros((x.shape[0], w.shape[0], rows.count, columns.count), dtype=x.dtype, like=x)
    for outputs, inputs in _groups(w, groups):
        for i, j in np.ndindex(rows.kernel, columns.kernel):
            products = np.tensordot(w[outputs, :, i, j], seen[:, inputs, rows.tap(i), columns.tap(j)], (1, 1))
            y[:, outputs] += np.moveaxis(products, 0, 1)
    return y + b[:, np.newaxis, np.newaxis]


def conv2d_backward(
    dy: np.ndarray,
    x: np.ndarray,
    w: np.ndarray,
    *,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] | str = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
    same_pad: str = "end",
    batch: str = "sum",
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Carry a gradient back to images, weights and biases: each product of the forward pass gives two.

    Args:
        dy: gradient with respect to the output, of the output's shape.
        x: images (N, C, H, W).
        w: weights (O, C/groups, kh, kw).
        stride: as in the forward pass.
        padding: as in the forward pass.
        dilation: as in the forward pass.
        groups: as in the forward pass.
        same_pad: as in the forward pass.
        batch: whether dw and db are "sum" or "mean" over the images.

    Returns:
        dx, dw and db, of the shapes of x, w and the bias.

    Raises:
        ValueError: as `conv2d`; or dy is not of the output's shape, or batch is unknown.

    Source: the adjoint of `conv2d`: Dumoulin and Visin, arXiv:1603.07285, §4.1; the mean as in Coursera's
    Neural Networks and Deep Learning.
    """
    rows, columns = _layout(x, w, stride, padding, dilation, groups, same_pad)
    require_shape("dy", dy, (x.shape[0], w.shape[0], rows.count, columns.count))
    require_choice("batch", batch, ("sum", "mean"))
    images = x.shape[0] if batch == "mean" else 1
    seen, dseen, dw = padded(x, rows, columns), blank(x, rows, columns), np.zeros_like(w)
    for outputs, inputs in _groups(w, groups):
        for i, j in np.ndindex(rows.kernel, columns.kernel):
            cells = (slice(None), inputs, rows.tap(i), columns.tap(j))
            dseen[cells] += np.moveaxis(np.tensordot(w[outputs, :, i, j], dy[:, outputs], (0, 1)), 0, 1)
            dw[outputs, :, i, j] = np.tensordot(dy[:, outputs], seen[cells], ((0, 2, 3), (0, 2, 3)))
    dx = dseen[..., rows.inside, columns.inside]
    with np.errstate(invalid="ignore"):  # 0/0, the mean over no images, is NaN
        return dx, dw / images, np.sum(dy, axis=(0, 2, 3)) / images


def _layout(
    x: np.ndarray, w: np.ndarray, stride: object, padding: object, dilation: object, groups: int, same_pad: str
) -> tuple[Axis, Axis]:
    require_layer(x.shape, w.shape, groups)
    return axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)


def _groups(w: np.ndarray, groups: int) -> list[tuple[slice, slice]]:
    """The output channels of each group, and the input channels that they see."""
    out, seen = w.shape[0] // groups, w.shape[1]
    return [(slice(g * out, (g + 1) * out), slice(g * seen, (g + 1) * seen)) for g in range(groups)]
