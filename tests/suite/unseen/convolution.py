"""Mistakes in convolutions that impls/mistaken does not list."""

import numpy as np


def _pair(value):
    return (value, value) if np.ndim(value) == 0 else tuple(value)


def _margins(size, kernel, stride, padding, dilation, same_pad):
    """Cells before and after."""
    if padding != "same":
        return padding, padding
    total = max((-(-size // stride) - 1) * stride + dilation * (kernel - 1) + 1 - size, 0)
    small, large = total // 2, total - total // 2
    return (small, large) if same_pad == "end" else (large, small)


def _layout(x, w, stride, padding, dilation, same_pad, dilation_of_padding=None):
    """Margins and numbers of windows, of rows and of columns."""
    if isinstance(padding, str):
        padding = (0, 0) if padding == "valid" else (padding, padding)
    sizes = zip(
        x.shape[2:], w.shape[2:], stride, _pair(padding), dilation, dilation_of_padding or dilation, strict=True
    )
    margins, counts = [], []
    for n, k, s, p, d, e in sizes:
        before, after = _margins(n, k, s, p, e, same_pad)
        margins.append((before, after))
        counts.append(max((n + before + after - d * (k - 1) - 1) // s + 1, 0))
    return margins, counts


def _tap(k, dilation, stride, count):
    return slice(k * dilation, k * dilation + count * stride, stride)


def _correlated(x, w, margins, counts, stride, dilation, groups):
    """The weighted sums of all windows, without bias."""
    seen = np.pad(x, ((0, 0), (0, 0), *margins))
    y = np.zeros((len(x), len(w), *counts), dtype=x.dtype)
    out, inputs = len(w) // groups, w.shape[1]
    for g in range(groups):
        for i, j in np.ndindex(*w.shape[2:]):
            rows, columns = (_tap(k, d, s, n) for k, d, s, n in zip((i, j), dilation, stride, counts, strict=True))
            cells = seen[:, g * inputs : (g + 1) * inputs, rows, columns]
            products = np.tensordot(w[g * out : (g + 1) * out, :, i, j], cells, (1, 1))
            y[:, g * out : (g + 1) * out] += np.moveaxis(products, 0, 1)
    return y


def conv2d__same_padding_forgets_dilation(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You computed padding "same" from the kernel's own size, not from what it reaches when dilated."""
    stride, dilation = _pair(stride), _pair(dilation)
    margins, counts = _layout(x, w, stride, padding, dilation, same_pad, dilation_of_padding=(1, 1))
    return _correlated(x, w, margins, counts, stride, dilation, groups) + b[:, None, None]


def conv2d__biases_of_the_first_group_for_all(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """You gave the outputs of every group the biases of the first one."""
    stride, dilation = _pair(stride), _pair(dilation)
    margins, counts = _layout(x, w, stride, padding, dilation, same_pad)
    own = np.arange(len(w)) % (len(w) // groups)
    return _correlated(x, w, margins, counts, stride, dilation, groups) + b[own][:, None, None]


def conv2d_backward__unreached_cells_put_in_front(
    dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"
):
    """You put the cells that the stride leaves over before the others in dx; they lie at the end, and get 0."""
    stride, dilation = _pair(stride), _pair(dilation)
    margins, counts = _layout(x, w, stride, padding, dilation, same_pad)
    seen = np.pad(x, ((0, 0), (0, 0), *margins))
    dseen, dw = np.zeros_like(seen), np.zeros_like(w)
    out, inputs = len(w) // groups, w.shape[1]
    over = [
        size - (n - 1) * s - d * (k - 1) - 1
        for size, n, s, d, k in zip(seen.shape[2:], counts, stride, dilation, w.shape[2:], strict=True)
    ]
    for g in range(groups):
        outputs, channels = slice(g * out, (g + 1) * out), slice(g * inputs, (g + 1) * inputs)
        for i, j in np.ndindex(*w.shape[2:]):
            rows, columns = (_tap(k, d, s, n) for k, d, s, n in zip((i, j), dilation, stride, counts, strict=True))
            products = np.tensordot(w[outputs, :, i, j], dy[:, outputs], (0, 1))
            dseen[:, channels, rows, columns] += np.moveaxis(products, 0, 1)
            dw[outputs, :, i, j] = np.tensordot(dy[:, outputs], seen[:, channels, rows, columns], ((0, 2, 3),) * 2)
    dseen = np.roll(dseen, over, axis=(2, 3))
    (top, _), (left, _) = margins
    dx = dseen[:, :, top : top + x.shape[2], left : left + x.shape[3]]
    images = len(x) if batch == "mean" else 1
    with np.errstate(invalid="ignore"):
        return dx, dw / images, np.sum(dy, axis=(0, 2, 3)) / images


def conv_transpose2d__bias_where_windows_reach_only(x, w, b, *, stride=1, padding=0, output_padding=0):
    """You added the bias only to cells that a window reaches; gaps of a large stride, and cells added, need it too."""
    stride, padding, more = _pair(stride), _pair(padding), _pair(output_padding)
    sizes = [(n - 1) * s + k + e for n, s, k, e in zip(x.shape[2:], stride, w.shape[2:], more, strict=True)]
    total = np.zeros((len(x), w.shape[1], *sizes), dtype=x.dtype)
    reached = np.zeros(sizes, dtype=bool)
    for i, j in np.ndindex(*w.shape[2:]):
        rows, columns = (slice(k, k + (n - 1) * s + 1, s) for k, n, s in zip((i, j), x.shape[2:], stride, strict=True))
        total[:, :, rows, columns] += np.moveaxis(np.tensordot(w[:, :, i, j], x, (0, 1)), 0, 1)
        reached[rows, columns] = True
    y = total + np.where(reached, b[:, None, None], np.zeros_like(b)[:, None, None])
    (top, left), (height, width) = padding, sizes
    return y[:, :, top : height - top, left : width - left]


def col2im__added_up_in_float32(cols, x_shape, *, kernel, stride=1, padding=0):
    """You added the windows up in float32, so float64 input keeps only half of its digits."""
    kernel, stride, padding = _pair(kernel), _pair(stride), _pair(padding)
    n, channels, *image = x_shape
    counts = [(size + 2 * p - k) // s + 1 for size, p, k, s in zip(image, padding, kernel, stride, strict=True)]
    windows = cols.reshape(n, *counts, channels, *kernel)
    total = np.zeros((n, channels, *(size + 2 * p for size, p in zip(image, padding, strict=True))), dtype=np.float32)
    for i, j in np.ndindex(*kernel):
        rows, columns = (_tap(k, 1, s, c) for k, s, c in zip((i, j), stride, counts, strict=True))
        total[:, :, rows, columns] += windows[..., i, j].transpose(0, 3, 1, 2).astype(np.float32)
    (top, left), (height, width) = padding, image
    return total[:, :, top : top + height, left : left + width].astype(cols.dtype)


def residual_block__second_biases_behind_the_last_relu(x, w1, b1, w2, b2):
    """You added the second convolution's biases after the last relu; they belong into the sum that it cuts off."""

    def convolved(images, w):
        margins, counts = _layout(images, w, (1, 1), 1, (1, 1), "end")
        return _correlated(images, w, margins, counts, (1, 1), (1, 1), 1)

    inner = np.maximum(convolved(x, w1) + b1[:, None, None], 0)
    return np.maximum(x + convolved(inner, w2), 0) + b2[:, None, None]
