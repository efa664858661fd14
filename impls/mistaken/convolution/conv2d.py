"""Mistakes people make in conv2d: y = b + Σ w · x over channels and taps of each window."""

import numpy as np

from ._windows import axes, correlated, pair


def kernel_flipped(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You turned the kernel upside down and left to right: that is the convolution of mathematics.

    What deep learning calls a convolution is a cross-correlation. Take the weights as they are.
    y[i, j] = b + Σ w[a, c] · x[i + a, j + c], not x[i − a, j − c].
    """
    return _layer(x, w[..., ::-1, ::-1], b, stride, padding, dilation, groups, same_pad)


def kernel_transposed(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You took the weights as (O, C, columns, rows).

    Rows come first, in the images as in the weights.
    w is (O, C, kh, kw).
    """
    return _layer(x, w.swapaxes(2, 3), b, stride, padding, dilation, groups, same_pad)


def output_size_rounded_up(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You rounded the output size up, so the last windows hang over the edge.

    Leave out what the stride does not reach.
    H' = ⌊(H + 2p − d(kh − 1) − 1)/s⌋ + 1.
    """
    grid = []
    for axis in axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad):
        missing = -(axis.size + axis.before + axis.after - axis.dilation * (axis.kernel - 1) - 1) % axis.stride
        grid.append(axis.padded_by(axis.before, axis.after + missing))
    return correlated(x, w, *grid, groups) + _bias(b)


def padding_forgotten(x, w, b, *, stride=1, padding=0, dilation=1, groups=1):
    """You did not pad the images.

    Surround them with zeros first: p on every side.
    x[i·s − p + a·d] for every tap a, 0 outside the image.
    """
    return _layer(x, w, b, stride, 0, dilation, groups)


def padded_at_the_end_only(x, w, b, *, stride=1, padding=0, dilation=1, groups=1):
    """You put all the padding below and to the right, which shifts the whole result.

    Half of it belongs above and to the left.
    The first window starts at −p.
    """
    rows, columns = axes(x.shape[2:], w.shape[2:], stride, padding, dilation)
    grid = (axis.padded_by(0, axis.before + axis.after) for axis in (rows, columns))
    return correlated(x, w, *grid, groups) + _bias(b)


def padding_exchanged(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You padded the rows by the second number of the pair and the columns by the first.

    Pairs are (rows, columns), like shapes.
    padding = (ph, pw).
    """
    return _layer(x, w, b, stride, pair(padding)[::-1], dilation, groups, same_pad)


def half_the_kernel_for_same(x, w, b, *, stride=1, padding=0, dilation=1, groups=1):
    """You took padding "same" for half a kernel on every side.

    That gives ⌈H/s⌉ rows, and these windows, only where the kernel is odd, the stride 1, and nothing is dilated.
    p = max((⌈H/s⌉ − 1)·s + d(kh − 1) + 1 − H, 0) in all, half of it before.
    """
    half = tuple(k // 2 for k in w.shape[2:])
    return _layer(x, w, b, stride, half if padding == "same" else padding, dilation, groups)


def bias_added_for_every_tap(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You added the bias inside the loop over the kernel, once for every tap.

    Add it once, after the sum.
    y = b + Σ w · x, not Σ (w · x + b).
    """
    return _layer(x, w, b * (w.shape[2] * w.shape[3]), stride, padding, dilation, groups, same_pad)


def bias_added_for_every_channel(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You added the bias inside the loop over the input channels, once for every channel.

    Add it once, after the sum.
    y = b + Σ w · x, not Σ (w · x + b).
    """
    return _layer(x, w, b * w.shape[1], stride, padding, dilation, groups, same_pad)


def bias_forgotten(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You left the bias out.

    Add each output channel's bias to its whole plane.
    y = b + Σ w · x.
    """
    return _layer(x, w, np.zeros_like(b), stride, padding, dilation, groups, same_pad)


def window_starts_without_stride(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You made an output of the right size, but let window i start at row i.

    Multiply the output's index with the stride.
    Window (i, j) starts at (i·s − p, j·s − p).
    """
    rows, columns = axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)
    return correlated(x, w, rows._replace(stride=1), columns._replace(stride=1), groups) + _bias(b)


def stride_of_rows_for_columns(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns.
    Window (i, j) starts at (i·s[0] − p, j·s[1] − p).
    """
    return _layer(x, w, b, pair(stride)[0], padding, dilation, groups, same_pad)


def dilation_ignored(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You let the taps of a window lie next to each other, whatever `dilation` says.

    Step from tap to tap by the dilation.
    Tap a meets row i·s − p + a·d.
    """
    return _layer(x, w, b, stride, padding, 1, groups, same_pad)


def groups_ignored(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You let every output see the same first channels, as many as the weights have.

    Each group of outputs has a group of inputs of its own.
    Output o sees the channels from ⌊o / (O/groups)⌋ · C/groups on.
    """
    return _layer(x[:, : w.shape[1]], w, b, stride, padding, dilation, 1, same_pad)


def channels_dealt_out_in_turn(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You dealt the channels out to the groups in turn.

    Groups are blocks of neighbouring channels.
    Group g holds the channels g·C/groups to (g + 1)·C/groups − 1.
    """
    order = np.arange(x.shape[1]).reshape(-1, groups).T.ravel()
    return _layer(x[:, order], w, b, stride, padding, dilation, groups, same_pad)


def first_channel_only(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You looked at the first channel of the images only, as for grey ones.

    Sum over all input channels.
    y = b + Σ over c of w[c] · x[c].
    """
    first = (np.arange(w.shape[1]) == 0)[:, np.newaxis, np.newaxis]
    return _layer(x, np.where(first, w, np.zeros_like(w)), b, stride, padding, dilation, groups, same_pad)


def _layer(x, w, b, stride, padding, dilation, groups, same_pad="end"):
    grid = axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)
    return correlated(x, w, *grid, groups) + _bias(b)


def _bias(b):
    return b[:, np.newaxis, np.newaxis]
