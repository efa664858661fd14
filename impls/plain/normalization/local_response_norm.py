"""Local response normalization in plain Python."""

import math

from ._layout import check_gradient
from ._moments import array
from ._response import read


def local_response_norm(x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """One position after another, its channels as a list of numbers."""
    before, after, weight = read(x, size, alpha, beta, k, alpha_over)
    columns = []
    for values in _columns(x):
        scales = [k + weight * total for total in _window_sums([v * v for v in values], before, after)]
        columns.append([v * _power(s, -beta) for v, s in zip(values, scales, strict=True)])
    return _images(columns, x, x)


def local_response_norm_backward(dy, x, *, size=5, alpha=1e-4, beta=0.75, k=1.0, alpha_over="size"):
    """One position after another: the scales once, then what flows through the windows a channel is in."""
    before, after, weight = read(x, size, alpha, beta, k, alpha_over)
    check_gradient(dy, x)
    factor, columns = 2 * weight * beta, []
    for values, gradients in zip(_columns(x), _columns(dy), strict=True):
        scales = [k + weight * total for total in _window_sums([v * v for v in values], before, after)]
        triples = list(zip(values, gradients, scales, strict=True))
        through = _window_sums([g * v * _power(s, -beta - 1) for v, g, s in triples], after, before)
        columns.append([g * _power(s, -beta) - factor * v * t for (v, g, s), t in zip(triples, through, strict=True)])
    return _images(columns, x, dy)


def _columns(x):
    """The channels of every position, image by image."""
    for image in x.reshape(x.shape[0], x.shape[1], x.shape[2] * x.shape[3]).tolist():
        yield from map(list, zip(*image, strict=True))


def _window_sums(values, before, after):
    return [sum(values[max(c - before, 0) : c + after + 1]) for c in range(len(values))]


def _power(scale, exponent):
    """scale ** exponent, with the infinity that Python would raise for."""
    return scale**exponent if scale or not exponent else math.inf


def _images(columns, x, like):
    n, c, h, w = x.shape
    return array(columns, like, (n, h, w, c)).transpose(0, 3, 1, 2).copy()
