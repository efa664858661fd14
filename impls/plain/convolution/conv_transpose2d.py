"""Transposed convolution in plain Python."""

import numpy as np

from ._results import layout
from ._windows import blank, cropped, dot, framed, plus, require_shape


def conv_transpose2d(x, w, b, *, stride=1, padding=0, output_padding=0):
    """Each line of an image is added to the lines of the result that it reaches, a tap at a time."""
    rows, columns = layout(x, w, stride, padding, output_padding)
    require_shape("b", b, (w.shape[1],))
    weights, biases = w.tolist(), b.tolist()
    y = []
    for image in x.tolist():
        targets = [blank(rows, columns) for _ in biases]
        for plane, kernels in zip(image, weights, strict=True):
            for target, kernel in zip(targets, kernels, strict=True):
                _spread(plane, kernel, target, rows, columns)
        planes = zip((cropped(target, rows, columns) for target in targets), biases, strict=True)
        y.append([[[value + bias for value in line] for line in plane] for plane, bias in planes])
    return np.array(y, x.dtype).reshape(x.shape[0], w.shape[1], rows.size, columns.size)


def conv_transpose2d_backward(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """A line of x at a time: it meets the lines of dy that it has reached."""
    rows, columns = layout(x, w, stride, padding, output_padding)
    require_shape("dy", dy, (x.shape[0], w.shape[1], rows.size, columns.size))
    weights = w.tolist()
    dw = [[[[0.0] * columns.kernel for _ in range(rows.kernel)] for _ in kernels] for kernels in weights]
    db = [0.0] * w.shape[1]
    dx = []
    for gradients, image in zip(dy.tolist(), x.tolist(), strict=True):
        db = [total + sum(map(sum, gradient)) for total, gradient in zip(db, gradients, strict=True)]
        seen = [framed(gradient, rows, columns) for gradient in gradients]
        dimage = []
        for plane, kernels, dkernels in zip(image, weights, dw, strict=True):
            dplane = [[0.0] * columns.count for _ in range(rows.count)]
            for gradient, kernel, dkernel in zip(seen, kernels, dkernels, strict=True):
                _gather(gradient, plane, kernel, dplane, dkernel, rows, columns)
            dimage.append(dplane)
        dx.append(dimage)
    return np.array(dx, dy.dtype).reshape(x.shape), np.array(dw, dy.dtype), np.array(db, dy.dtype)


def _spread(plane, kernel, target, rows, columns):
    for i, line in enumerate(plane):
        for a, taps in enumerate(kernel):
            reached = target[i * rows.stride + a]
            for b, weight in enumerate(taps):
                cells = columns.tap(b)
                reached[cells] = plus(reached[cells], weight, line)


def _gather(gradient, plane, kernel, dplane, dkernel, rows, columns):
    for i, line in enumerate(plane):
        for a, (taps, dtaps) in enumerate(zip(kernel, dkernel, strict=True)):
            reached = gradient[i * rows.stride + a]
            for b, weight in enumerate(taps):
                values = reached[columns.tap(b)]
                dplane[i] = plus(dplane[i], weight, values)
                dtaps[b] += dot(line, values)
