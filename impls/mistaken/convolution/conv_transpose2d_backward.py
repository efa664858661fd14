"""Mistakes people make in conv_transpose2d_backward: dx is the convolution of dy with w, dw meets x with dy's windows."""

import numpy as np

from ._results import gathered, layout, weighed
from ._windows import padded, pair


def kernel_flipped(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You turned the kernel around for dx.

    dx is conv2d of dy, which takes the kernel as it is.
    dx[i] = Σ w[a] · dy[i·s − p + a].
    """
    grid = layout(x, w, stride, padding, output_padding)
    _, dw, db = _right(dy, x, w, grid)
    return gathered(padded(dy, *grid), w[..., ::-1, ::-1], *grid), dw, db


def weight_gradient_flipped(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You turned the weights' gradient around.

    The forward pass does not flip the kernel, so its gradient is not flipped either.
    dw[a] = Σ x[i] · dy[i·s − p + a].
    """
    dx, dw, db = _right(dy, x, w, layout(x, w, stride, padding, output_padding))
    return dx, dw[..., ::-1, ::-1], db


def weight_gradient_transposed(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You returned dw as (O, C, kh, kw).

    It has the shape of the weights, in which the channels of x come first.
    dw is (C, O, kh, kw).
    """
    dx, dw, db = _right(dy, x, w, layout(x, w, stride, padding, output_padding))
    return dx, dw.swapaxes(0, 1), db


def padding_left_out(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You took the windows of dy without its padding, so they are shifted.

    What the forward pass has cut off counts as 0: pad dy first.
    dx[i] = Σ w[a] · dy[i·s − p + a].
    """
    grid = layout(x, w, stride, padding, output_padding)
    seen = padded(dy, *(axis._replace(before=0, after=axis.before + axis.after) for axis in grid))
    return gathered(seen, w, *grid), weighed(seen, x, w, *grid), np.sum(dy, axis=(0, 2, 3))


def window_starts_without_stride(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You let window i of dy start at row i.

    Cell i of x was spread over the window that starts at i·s − p.
    dx[i] = Σ w[a] · dy[i·s − p + a].
    """
    rows, columns = layout(x, w, stride, padding, output_padding)
    seen, dense = padded(dy, rows, columns), (rows._replace(stride=1), columns._replace(stride=1))
    return gathered(seen, w, *dense), weighed(seen, x, w, *dense), np.sum(dy, axis=(0, 2, 3))


def last_image_only(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You assigned the weights' gradient anew for every image, so only the last one's is left.

    All images use the same weights: add over the batch.
    dw = Σ over the images.
    """
    grid = layout(x, w, stride, padding, output_padding)
    dx, _, db = _right(dy, x, w, grid)
    return dx, weighed(padded(dy[-1:], *grid), x[-1:], w, *grid), db


def bias_gradient_averaged(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You averaged db over the images, but summed dw.

    Sum both: the mean over the batch belongs to the loss and is in dy already.
    db = Σ dy over images and positions.
    """
    dx, dw, db = _right(dy, x, w, layout(x, w, stride, padding, output_padding))
    return dx, dw, db / max(len(x), 1)


def bias_gradient_where_windows_reach(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You left the cells of output_padding out of db.

    The bias has been added to them too.
    db = Σ dy over images and positions.
    """
    dx, dw, _ = _right(dy, x, w, layout(x, w, stride, padding, output_padding))
    (down, across), (height, width) = pair(output_padding), dy.shape[2:]
    return dx, dw, np.sum(dy[..., : height - down, : width - across], axis=(0, 2, 3))


def gradients_exchanged(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """You returned dw before dx.

    Return them in the order of the inputs: dx, dw, db.
    dx has the shape of x, dw that of w.
    """
    dx, dw, db = _right(dy, x, w, layout(x, w, stride, padding, output_padding))
    return dw, dx, db


def _right(dy, x, w, grid):
    seen = padded(dy, *grid)
    return gathered(seen, w, *grid), weighed(seen, x, w, *grid), np.sum(dy, axis=(0, 2, 3))
