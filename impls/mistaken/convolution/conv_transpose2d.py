"""Mistakes people make in conv_transpose2d: each x[i] adds w · x[i] to the window of y that starts at i·s − p; then b."""

import numpy as np

from ._results import layout, spread
from ._windows import cropped, pair


def kernel_flipped(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You turned the kernel around before spreading it, as JAX's conv_transpose does unless told otherwise.

    Spread it as it is: that is the adjoint of conv2d.
    y[i·s − p + a] += w[a] · x[i].
    """
    return _layer(x, w[..., ::-1, ::-1], b, *layout(x, w, stride, padding, output_padding))


def channels_exchanged(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You took the weights as (O, C, kh, kw), as for conv2d.

    Here the channels of x come first. Unless there are as many in as out, your version does not even run.
    w is (C, O, kh, kw).
    """
    return _layer(x, w.swapaxes(0, 1), b, *layout(x, w, stride, padding, output_padding))


def overwrites_overlaps(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You assigned with `=`: where windows overlap, only the last one's values survive.

    Add with `+=`.
    y[i·s − p + a] += w[a] · x[i].
    """
    rows, columns = layout(x, w, stride, padding, output_padding)
    return cropped(spread(x, w, rows, columns, combine=lambda _, part: part), rows, columns) + _bias(b)


def padding_ignored(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You did not cut the padding off.

    Padding here makes the result smaller: it is that of the convolution whose adjoint this is.
    H' = (H − 1)·s − 2p + kh + op.
    """
    return _layer(x, w, b, *layout(x, w, stride, 0, output_padding))


def padding_cut_at_the_end(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You cut all the padding off at the end.

    Cut p cells on every side.
    y[i·s − p + a] += w[a] · x[i].
    """
    rows, columns = layout(x, w, stride, padding, output_padding)
    return spread(x, w, rows, columns)[..., : rows.size, : columns.size] + _bias(b)


def output_padding_ignored(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You left output_padding out.

    It chooses among the sizes that a convolution with this stride would have turned into x's.
    H' = (H − 1)·s − 2p + kh + op.
    """
    return _layer(x, w, b, *layout(x, w, stride, padding, 0))


def output_padding_at_the_start(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You added output_padding above and to the left.

    It belongs at the end: what lies before it must not move.
    y[i·s − p + a] += w[a] · x[i], whatever op is.
    """
    rows, columns = layout(x, w, stride, padding, output_padding)
    wide = spread(x, w, rows, columns)
    for axis, more in zip((2, 3), pair(output_padding), strict=True):
        wide = np.roll(wide, more, axis)
    return cropped(wide, rows, columns) + _bias(b)


def output_padding_of_zeros(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You computed the smaller result and put zeros behind it.

    Only as much is cut off at the end as the size demands, and the bias is everywhere.
    H' = (H − 1)·s − 2p + kh + op, with b and w · x in all of it.
    """
    y = _layer(x, w, b, *layout(x, w, stride, padding, 0))
    down, across = pair(output_padding)
    return np.pad(y, ((0, 0), (0, 0), (0, down), (0, across)))


def stride_of_rows_for_columns(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns.
    Window (i, j) starts at (i·s[0] − p, j·s[1] − p).
    """
    return _layer(x, w, b, *layout(x, w, pair(stride)[0], padding, output_padding))


def bias_added_for_every_tap(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You added the bias inside the loop over the kernel, once for every tap.

    Add it once, to the whole result.
    y = b + Σ w · x.
    """
    return _layer(x, w, b * (w.shape[2] * w.shape[3]), *layout(x, w, stride, padding, output_padding))


def bias_forgotten(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You left the bias out.

    Add each output channel's bias to its whole plane.
    y = b + Σ w · x.
    """
    return _layer(x, w, np.zeros_like(b), *layout(x, w, stride, padding, output_padding))


def _layer(x, w, b, rows, columns):
    return cropped(spread(x, w, rows, columns), rows, columns) + _bias(b)


def _bias(b):
    return b[:, np.newaxis, np.newaxis]
