"""Mistakes in convolutions that were written after the suite, by someone who had not seen it."""

import math

import numpy as np

_INDICES = {}


def conv2d__same_forgets_dilation(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You padded "same" for a kernel of k cells; a dilated one reaches over d·(k − 1) + 1, and needs as much more padding.

    Without dilation, and with padding in numbers, the result is right; with it, the output comes out too small.
    """
    stride, dilation = _pair(stride), _pair(dilation)
    _refuse_unless(x.ndim == 4, w.ndim == 4, np.shape(b) == w.shape[:1], min(stride) >= 1, min(dilation) >= 1)
    _refuse_unless(groups >= 1, same_pad in ("end", "start"), min(x.shape[1:]) >= 1, min(w.shape) >= 1)
    _refuse_unless(x.shape[1] % groups == 0, w.shape[0] % groups == 0, w.shape[1] * groups == x.shape[1])
    if isinstance(padding, str):
        _refuse_unless(padding in ("valid", "same"))
        pads = [(0, 0), (0, 0)]
        if padding == "same":
            totals = [
                max((-(-n // s) - 1) * s + k - n, 0) for n, k, s in zip(x.shape[2:], w.shape[2:], stride, strict=True)
            ]
            pads = [(t // 2, t - t // 2) if same_pad == "end" else (t - t // 2, t // 2) for t in totals]
    else:
        pads = [(p, p) for p in _pair(padding)]
    return _convolved(x, w, pads, stride, dilation, groups) + b[:, np.newaxis, np.newaxis]


def conv2d_cost__groups_divided_twice(x_shape, w_shape, *, stride=1, padding=0, dilation=1, groups=1):
    """You divided the multiplications by the groups; the weights have C/groups channels already, so they are divided twice.

    Each output cell costs C/groups·kh·kw multiplications, and that is the weights' shape without its first number.
    """
    stride, dilation = _pair(stride), _pair(dilation)
    n, channels, *image = (int(size) for size in x_shape)
    out, seen, *kernel = (int(size) for size in w_shape)
    _refuse_unless(min(stride) >= 1, min(dilation) >= 1, groups >= 1, min(image) >= 1, min(kernel) >= 1, out >= 1)
    _refuse_unless(len(image) == 2, len(kernel) == 2, n >= 0, channels >= 1)
    _refuse_unless(channels % groups == 0, out % groups == 0, seen * groups == channels)
    _refuse_unless(not isinstance(padding, str) or padding in ("same", "valid"))
    if padding == "same":
        counts = [-(-size // s) for size, s in zip(image, stride, strict=True)]
    else:
        around = _pair(0 if padding == "valid" else padding)
        _refuse_unless(min(around) >= 0)
        axes = zip(image, kernel, stride, around, dilation, strict=True)
        counts = [(size + 2 * p - d * (k - 1) - 1) // s + 1 for size, k, s, p, d in axes]
    _refuse_unless(min(counts) >= 1)
    shape = (n, out, *counts)
    multiplications = math.prod(shape) * seen * math.prod(kernel) // groups
    return shape, multiplications, out * seen * math.prod(kernel) + out


def residual_block_backward__shortcut_past_the_relu(dy, x, w1, b1, w2, b2):
    """You passed dy itself along the shortcut; the shortcut joins before the last relu, so the relu's mask applies to it.

    Where the block's sum is not positive, no gradient comes back, neither through the convolutions nor around them.
    """
    _refuse_unless(x.ndim == 4, dy.shape == x.shape, w1.shape == w2.shape == (x.shape[1], x.shape[1], 3, 3))
    _refuse_unless(b1.shape == b2.shape == x.shape[1:2])
    around = [(1, 1), (1, 1)]
    before = _convolved(x, w1, around) + b1[:, np.newaxis, np.newaxis]
    inner = np.maximum(before, 0)
    total = x + _convolved(inner, w2, around) + b2[:, np.newaxis, np.newaxis]
    dtotal = np.where(total > 0, dy, 0)
    dinner, dw2, db2 = _backward_of_same(dtotal, inner, w2)
    dx, dw1, db1 = _backward_of_same(np.where(before > 0, dinner, 0), x, w1)
    return dy + dx, dw1, db1, dw2, db2


def im2col__indices_kept_without_the_stride(x, *, kernel, stride=1, padding=0):
    """You kept the windows' indices for the next call by image and kernel; another stride gets those of the first one.

    What a cache is looked up by must name everything that the result depends on.
    """
    kernel, stride, padding = _pair(kernel), _pair(stride), _pair(padding)
    _refuse_unless(x.ndim == 4, min(kernel) >= 1, min(stride) >= 1, min(padding) >= 0, min(x.shape[2:]) >= 1)
    sizes = [n + 2 * p for n, p in zip(x.shape[2:], padding, strict=True)]
    _refuse_unless(all(n >= k for n, k in zip(sizes, kernel, strict=True)))
    key = (*sizes, *kernel)
    if key not in _INDICES:
        starts = [np.arange(0, n - k + 1, s) for n, k, s in zip(sizes, kernel, stride, strict=True)]
        _INDICES[key] = (
            starts[0][:, None, None, None] + np.arange(kernel[0])[:, None],
            starts[1][:, None, None] + np.arange(kernel[1]),
        )
    rows, columns = _INDICES[key]
    seen = np.pad(x, [(0, 0), (0, 0), *((p, p) for p in padding)])[:, :, rows, columns]
    n, channels, down, across = seen.shape[:4]
    return seen.transpose(0, 2, 3, 1, 4, 5).reshape(n * down * across, channels * kernel[0] * kernel[1])


def col2im__overlap_judged_by_rows(cols, x_shape, *, kernel, stride=1, padding=0):
    """You assigned instead of adding when the windows do not overlap, but asked only the rows; columns may overlap still.

    The faster way is right when the stride is at least the kernel in both directions.
    """
    (kh, kw), (down, across), (above, beside) = _pair(kernel), _pair(stride), _pair(padding)
    n, channels, height, width = (int(size) for size in x_shape)
    tall, wide = height + 2 * above, width + 2 * beside
    _refuse_unless(min(kh, kw, down, across, height, width) >= 1, min(above, beside) >= 0, tall >= kh, wide >= kw)
    rows, columns = (tall - kh) // down + 1, (wide - kw) // across + 1
    _refuse_unless(np.shape(cols) == (n * rows * columns, channels * kh * kw))
    windows = cols.reshape(n, rows, columns, channels, kh, kw).transpose(0, 3, 4, 5, 1, 2)
    total = np.zeros((n, channels, tall, wide), dtype=cols.dtype)
    for i, j in np.ndindex(kh, kw):
        cells = total[:, :, i : i + (rows - 1) * down + 1 : down, j : j + (columns - 1) * across + 1 : across]
        if down >= kh:
            cells[...] = windows[:, :, i, j]
        else:
            cells += windows[:, :, i, j]
    return total[:, :, above : above + height, beside : beside + width]


def _pair(value):
    return (value, value) if isinstance(value, (int, np.integer)) else tuple(value)


def _convolved(x, w, pads, stride=(1, 1), dilation=(1, 1), groups=1):
    _refuse_unless(min(min(pad) for pad in pads) >= 0)
    seen = np.pad(x, [(0, 0), (0, 0), *pads])
    reach = [d * (k - 1) + 1 for k, d in zip(w.shape[2:], dilation, strict=True)]
    rows, columns = ((n - r) // s + 1 for n, r, s in zip(seen.shape[2:], reach, stride, strict=True))
    _refuse_unless(rows >= 1, columns >= 1)
    y = np.zeros((len(x), len(w), rows, columns), dtype=x.dtype)
    out, channels = len(w) // groups, w.shape[1]
    for g, i, j in np.ndindex(groups, *w.shape[2:]):
        outputs, inputs = slice(g * out, (g + 1) * out), slice(g * channels, (g + 1) * channels)
        top, left = i * dilation[0], j * dilation[1]
        down = slice(top, top + (rows - 1) * stride[0] + 1, stride[0])
        across = slice(left, left + (columns - 1) * stride[1] + 1, stride[1])
        products = np.tensordot(w[outputs, :, i, j], seen[:, inputs, down, across], (1, 1))
        y[:, outputs] += np.moveaxis(products, 0, 1)
    return y


def _backward_of_same(dy, x, w):
    """The gradients of a 3×3 convolution with one cell of padding."""
    height, width = x.shape[2:]
    seen = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    dseen, dw = np.zeros_like(seen), np.zeros_like(w)
    for i, j in np.ndindex(3, 3):
        cells = (slice(None), slice(None), slice(i, i + height), slice(j, j + width))
        dseen[cells] += np.moveaxis(np.tensordot(w[:, :, i, j], dy, (0, 1)), 0, 1)
        dw[:, :, i, j] = np.tensordot(dy, seen[cells], ((0, 2, 3), (0, 2, 3)))
    return dseen[:, :, 1:-1, 1:-1], dw, np.sum(dy, axis=(0, 2, 3))


def _refuse_unless(*claims):
    if not all(claims):
        raise ValueError("the arguments do not fit")
