"""Mistakes people make in conv2d_cost: N·O·H'·W' results of C/groups·kh·kw multiplications; O·C/groups·kh·kw + O parameters."""

from math import prod

from ._windows import axes


def padding_forgotten(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You computed the output's size without the padding.

    Padding adds rows and columns for windows to start in.
    H' = ⌊(H + 2p − d(kh − 1) − 1)/s⌋ + 1.
    """
    return _counts(x_shape, w_shape, *_sizes(x_shape, w_shape, stride, 0, dilation))


def output_size_rounded_up(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You rounded the output's size up.

    What the stride does not reach is left out.
    H' = ⌊(H + 2p − d(kh − 1) − 1)/s⌋ + 1.
    """
    grid = axes(x_shape[2:], w_shape[2:], stride, padding, dilation)
    rooms = [axis.size + axis.before + axis.after - axis.dilation * (axis.kernel - 1) - 1 for axis in grid]
    sizes = [-(-room // axis.stride) + 1 for room, axis in zip(rooms, grid, strict=True)]
    return _counts(x_shape, w_shape, *sizes)


def same_keeps_the_size(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You took the input's size for the output's wherever padding is "same".

    With a stride, "same" means ⌈H/s⌉.
    H' = ⌈H/s⌉ and W' = ⌈W/s⌉.
    """
    sizes = x_shape[2:] if padding == "same" else _sizes(x_shape, w_shape, stride, padding, dilation)
    return _counts(x_shape, w_shape, *sizes)


def dilation_ignored(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You computed the output's size from the kernel's own size.

    A dilated kernel reaches over d(k − 1) + 1 cells.
    H' = ⌊(H + 2p − d(kh − 1) − 1)/s⌋ + 1.
    """
    return _counts(x_shape, w_shape, *_sizes(x_shape, w_shape, stride, padding, 1))


def columns_before_rows(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You returned the output's width before its height.

    Shapes are (N, C, rows, columns).
    (N, O, H', W').
    """
    return _counts(x_shape, w_shape, *_sizes(x_shape, w_shape, stride, padding, dilation)[::-1])


def groups_ignored(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You counted as if every output saw all channels.

    Each sees those of its group only, as many as the weights have on their second axis.
    C/groups · kh · kw multiplications for each result.
    """
    shape, products, weights = _right(x_shape, w_shape, stride, padding, dilation)
    return shape, products * groups, (weights - w_shape[0]) * groups + w_shape[0]


def one_image_only(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You counted the multiplications of one image.

    Count those of all images.
    N · O · H' · W' · C/groups · kh · kw.
    """
    shape, products, weights = _right(x_shape, w_shape, stride, padding, dilation)
    return shape, products // max(x_shape[0], 1), weights


def additions_counted(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You counted a multiplication and an addition for each tap.

    Multiplications are asked for; "flops" would be twice as many.
    N · O · H' · W' · C/groups · kh · kw.
    """
    shape, products, weights = _right(x_shape, w_shape, stride, padding, dilation)
    return shape, 2 * products, weights


def input_positions_counted(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You counted the multiplications over the input's positions.

    The kernel is applied once for each position of the output.
    N · O · H' · W' · C/groups · kh · kw.
    """
    shape, _, weights = _right(x_shape, w_shape, stride, padding, dilation)
    return shape, prod(shape[:2]) * prod(x_shape[2:]) * prod(w_shape[1:]), weights


def biases_not_counted(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You left the biases out of the parameters.

    There is one for each output channel.
    O · C/groups · kh · kw + O.
    Wrong on every input.
    """
    shape, products, weights = _right(x_shape, w_shape, stride, padding, dilation)
    return shape, products, weights - w_shape[0]


def weights_at_every_position(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You counted weights of their own for every position of the output.

    All positions share the same kernel.
    O · C/groups · kh · kw + O.
    """
    shape, products, weights = _right(x_shape, w_shape, stride, padding, dilation)
    return shape, products, weights * prod(shape[2:])


def _sizes(x_shape, w_shape, stride, padding, dilation):
    return tuple(axis.count for axis in axes(x_shape[2:], w_shape[2:], stride, padding, dilation))


def _right(x_shape, w_shape, stride, padding, dilation):
    return _counts(x_shape, w_shape, *_sizes(x_shape, w_shape, stride, padding, dilation))


def _counts(x_shape, w_shape, rows, columns):
    shape = (x_shape[0], w_shape[0], rows, columns)
    return shape, prod(shape) * prod(w_shape[1:]), prod(w_shape) + w_shape[0]
