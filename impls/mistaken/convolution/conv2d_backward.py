"""Mistakes people make in conv2d_backward: each product w · x of the forward pass sends dy · w to x and dy · x to w."""

import numpy as np

from ._windows import axes, cropped, padded, pair, spread, weighed


def kernel_flipped(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You spread dy with the kernel turned around.

    Where a formula says that dx is a convolution with the flipped kernel, it gathers; spreading takes it as it is.
    dx[i·s + a] += w[a] · dy[i].
    """
    grid = _grid(x, w, stride, padding, dilation, same_pad)
    dx = cropped(spread(dy, x, w[..., ::-1, ::-1], *grid, groups), *grid)
    return dx, *_learned(dy, x, w, grid, groups, batch)


def weight_gradient_flipped(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You turned the weights' gradient around.

    The forward pass does not flip the kernel, so its gradient is not flipped either.
    dw[a] = Σ dy[i] · x[i·s + a].
    """
    grid = _grid(x, w, stride, padding, dilation, same_pad)
    dx, dw, db = _right(dy, x, w, grid, groups, batch)
    return dx, dw[..., ::-1, ::-1], db


def overwrites_overlaps(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You assigned with `=`: where windows overlap, only the last tap's gradient survives.

    Add with `+=`.
    dx[i·s + a] += w[a] · dy[i].
    """
    grid = rows, columns = _grid(x, w, stride, padding, dilation, same_pad)
    total = padded(np.zeros_like(x), *grid)
    for i, j in np.ndindex(*w.shape[2:]):
        single = np.where((np.arange(w.shape[2])[:, np.newaxis] == i) & (np.arange(w.shape[3]) == j), w, 0 * w)
        cells = (..., rows.tap(i), columns.tap(j))
        total[cells] = spread(dy, x, single, *grid, groups)[cells]
    return cropped(total, *grid), *_learned(dy, x, w, grid, groups, batch)


def padding_left_on(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You cut the padded gradient to size from its corner, so dx is shifted by the padding.

    Start the cut at p.
    dx = padded[p : p + H, p : p + W], not padded[:H, :W].
    """
    grid = _grid(x, w, stride, padding, dilation, same_pad)
    dx = spread(dy, x, w, *grid, groups)[..., : x.shape[2], : x.shape[3]]
    return dx, *_learned(dy, x, w, grid, groups, batch)


def cropped_with_minus_zero(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You cut the padding off with p:-p, which is empty when p is 0.

    Write p : p + H, which works for every p.
    dx = padded[p : p + H, p : p + W].
    """
    grid = rows, columns = _grid(x, w, stride, padding, dilation, same_pad)
    dx = spread(dy, x, w, *grid, groups)[..., rows.before : -rows.after, columns.before : -columns.after]
    return dx, *_learned(dy, x, w, grid, groups, batch)


def weights_see_no_padding(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You took the weights' gradient from the images without their padding, so every tap meets the wrong cells.

    Use the padded images of the forward pass.
    dw[a] = Σ dy[i] · x[i·s − p + a].
    """
    grid = _grid(x, w, stride, padding, dilation, same_pad)
    dx, _, db = _right(dy, x, w, grid, groups, batch)
    at_the_end = (axis._replace(before=0, after=axis.before + axis.after) for axis in grid)
    return dx, _averaged(weighed(dy, padded(x, *at_the_end), w, *grid, groups), x, batch), db


def stride_ignored_for_weights(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You took the weights' gradient as if the stride were 1.

    dy belongs to windows that lie a stride apart.
    dw[a] = Σ dy[i] · x[i·s + a], not x[i + a].
    """
    grid = rows, columns = _grid(x, w, stride, padding, dilation, same_pad)
    dx, _, db = _right(dy, x, w, grid, groups, batch)
    dw = _averaged(
        weighed(dy, padded(x, *grid), w, rows._replace(stride=1), columns._replace(stride=1), groups), x, batch
    )
    return dx, dw, db


def stride_ignored_for_images(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You spread dy as if the stride were 1.

    dy belongs to windows that lie a stride apart.
    dx[i·s + a] += w[a] · dy[i], not dx[i + a].
    """
    grid = rows, columns = _grid(x, w, stride, padding, dilation, same_pad)
    total = spread(dy, x, w, rows._replace(stride=1), columns._replace(stride=1), groups)
    return cropped(total, *grid), *_learned(dy, x, w, grid, groups, batch)


def stride_of_rows_for_columns(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You moved sideways by the stride of the rows.

    Use the second number of the pair for the columns, as in the forward pass.
    Window (i, j) starts at (i·s[0] − p, j·s[1] − p).
    """
    grid = rows, columns = _grid(x, w, stride, padding, dilation, same_pad)
    room = columns.before + columns.size + columns.after - columns.dilation * (columns.kernel - 1)
    same = columns._replace(stride=pair(stride)[0])
    same = same._replace(count=min(same.count, (room - 1) // same.stride + 1))
    cut = dy[..., : same.count]
    return (
        cropped(spread(cut, x, w, rows, same, groups), *grid),
        _averaged(weighed(cut, padded(x, *grid), w, rows, same, groups), x, batch),
        _averaged(np.sum(dy, axis=(0, 2, 3)), x, batch),
    )


def dilation_ignored(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You let the taps of a window lie next to each other, whatever `dilation` says.

    Step from tap to tap by the dilation, as in the forward pass.
    Tap a meets row i·s − p + a·d.
    """
    grid = tuple(axis._replace(dilation=1) for axis in _grid(x, w, stride, padding, dilation, same_pad))
    return _right(dy, x, w, grid, groups, batch)


def groups_ignored(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You let every output belong to the first channels, as many as the weights have.

    Each group of outputs has a group of inputs of its own, as in the forward pass.
    Output o belongs to the channels from ⌊o / (O/groups)⌋ · C/groups on.
    """
    grid = _grid(x, w, stride, padding, dilation, same_pad)
    first, dw, db = _right(dy, x[:, : w.shape[1]], w, grid, 1, batch)
    return np.concatenate([first, np.zeros_like(x[:, w.shape[1] :])], axis=1), dw, db


def last_image_only(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You assigned the weights' gradient anew for every image, so only the last one's is left.

    All images use the same weights: add over the batch.
    dw = Σ over the images.
    """
    grid = _grid(x, w, stride, padding, dilation, same_pad)
    dx, _, db = _right(dy, x, w, grid, groups, batch)
    return dx, _averaged(weighed(dy[-1:], padded(x[-1:], *grid), w, *grid, groups), x, batch), db


def bias_gradient_averaged(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You averaged db over the images, but summed dw.

    Sum both: the mean over the batch belongs to the loss and is in dy already.
    db = Σ dy over images and positions.
    """
    dx, dw, db = _right(dy, x, w, _grid(x, w, stride, padding, dilation, same_pad), groups)
    return dx, dw, db / max(len(x), 1)


def averaged_over_positions(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """You averaged dw and db over the output's positions.

    Every position uses the same weights, and their gradients add up.
    dw = Σ dy · x and db = Σ dy over images and positions.
    """
    dx, dw, db = _right(dy, x, w, _grid(x, w, stride, padding, dilation, same_pad), groups, batch)
    positions = dy.shape[2] * dy.shape[3]
    return dx, dw / positions, db / positions


def gradients_exchanged(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1):
    """You returned dw before dx.

    Return them in the order of the inputs: dx, dw, db.
    dx has the shape of x, dw that of w.
    """
    dx, dw, db = _right(dy, x, w, _grid(x, w, stride, padding, dilation), groups)
    return dw, dx, db


def _grid(x, w, stride, padding, dilation, same_pad="end"):
    return axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)


def _averaged(gradient, x, batch):
    return gradient / max(len(x), 1) if batch == "mean" else gradient


def _learned(dy, x, w, grid, groups, batch):
    gradients = weighed(dy, padded(x, *grid), w, *grid, groups), np.sum(dy, axis=(0, 2, 3))
    return tuple(_averaged(gradient, x, batch) for gradient in gradients)


def _right(dy, x, w, grid, groups, batch="sum"):
    return cropped(spread(dy, x, w, *grid, groups), *grid), *_learned(dy, x, w, grid, groups, batch)
