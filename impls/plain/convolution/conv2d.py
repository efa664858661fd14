"""Convolution in plain Python."""

import math

import numpy as np

from ._windows import axes, blank, cropped, dot, framed, plus, require_choice, require_layer, require_shape


def conv2d(x, w, b, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end"):
    """Each tap is multiplied with a whole line of the image at a time."""
    require_layer(x.shape, w.shape, groups)
    rows, columns = axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)
    require_shape("b", b, (w.shape[0],))
    filters = list(zip(w.tolist(), b.tolist(), _inputs(w, groups), strict=True))
    y = []
    for image in x.tolist():
        planes = [framed(plane, rows, columns) for plane in image]
        y.append([_correlated(planes[seen], kernels, bias, rows, columns) for kernels, bias, seen in filters])
    return np.array(y, x.dtype).reshape(x.shape[0], w.shape[0], rows.count, columns.count)


def conv2d_backward(dy, x, w, *, stride=1, padding=0, dilation=1, groups=1, same_pad="end", batch="sum"):
    """A line of dy at a time: it is spread over the lines it came from, and multiplied with them."""
    require_layer(x.shape, w.shape, groups)
    rows, columns = axes(x.shape[2:], w.shape[2:], stride, padding, dilation, same_pad)
    require_shape("dy", dy, (x.shape[0], w.shape[0], rows.count, columns.count))
    require_choice("batch", batch, ("sum", "mean"))
    weights, seen = w.tolist(), _inputs(w, groups)
    dw = [[[[0.0] * columns.kernel for _ in range(rows.kernel)] for _ in range(w.shape[1])] for _ in weights]
    db = [0.0] * len(weights)
    dx = []
    for gradients, image in zip(dy.tolist(), x.tolist(), strict=True):
        planes = [framed(plane, rows, columns) for plane in image]
        targets = [blank(rows, columns) for _ in image]
        for o, gradient in enumerate(gradients):
            db[o] += sum(map(sum, gradient))
            for plane, target, kernel, dkernel in zip(
                planes[seen[o]], targets[seen[o]], weights[o], dw[o], strict=True
            ):
                _spread(gradient, plane, target, kernel, dkernel, rows, columns)
        dx.append([cropped(target, rows, columns) for target in targets])
    share = 1.0 if batch == "sum" else 1 / len(x) if len(x) else math.nan
    dw, db = np.array(_scaled(dw, share), dy.dtype), np.array(_scaled(db, share), dy.dtype)
    return np.array(dx, dy.dtype).reshape(x.shape), dw, db


def _inputs(w, groups):
    """For each output channel, the input channels that it sees."""
    outputs, channels = w.shape[0] // groups, w.shape[1]
    return [slice(o // outputs * channels, (o // outputs + 1) * channels) for o in range(w.shape[0])]


def _correlated(planes, kernels, bias, rows, columns):
    result = []
    for i in range(rows.count):
        line = [bias] * columns.count
        for plane, kernel in zip(planes, kernels, strict=True):
            for a, taps in enumerate(kernel):
                source = plane[i * rows.stride + a * rows.dilation]
                for b, weight in enumerate(taps):
                    line = plus(line, weight, source[columns.tap(b)])
        result.append(line)
    return result


def _spread(gradient, plane, target, kernel, dkernel, rows, columns):
    for i, line in enumerate(gradient):
        for a, (taps, dtaps) in enumerate(zip(kernel, dkernel, strict=True)):
            r = i * rows.stride + a * rows.dilation
            for b, weight in enumerate(taps):
                cells = columns.tap(b)
                dtaps[b] += dot(line, plane[r][cells])
                target[r][cells] = plus(target[r][cells], weight, line)


def _scaled(values, share):
    return [_scaled(value, share) for value in values] if isinstance(values, list) else values * share
