"""Global max pooling in plain Python."""

import math

from ._images import require_images, require_one_number_each
from ._windows import assemble, require_choice


def global_max_pool2d(x):
    """One scan per plane."""
    require_images(x)
    return assemble([values[_first_largest(values)] for values in _planes(x)], x.shape[:2], x)


def global_max_pool2d_backward(dy, x, *, ties="first"):
    """One scan per plane finds the winner; equal maxima cost a second scan."""
    require_images(x)
    require_one_number_each(dy, x)
    require_choice("ties", ties, ("first", "all", "split"))
    result = []
    for values, gradient in zip(_planes(x), dy.ravel().tolist(), strict=True):
        dx = [0.0] * len(values)
        for place, share in _shares(values, gradient, ties):
            dx[place] = share
        result.append(dx)
    return assemble(result, x.shape, dy)


def _planes(x):
    return x.reshape(x.shape[0] * x.shape[1], x.shape[2] * x.shape[3]).tolist()


def _first_largest(values):
    """The place of the first NaN, or else of the first maximum."""
    best, where = -math.inf, 0
    for i, value in enumerate(values):
        if value > best:
            best, where = value, i
        elif value != value:
            return i
    return where


def _shares(values, gradient, ties):
    first = _first_largest(values)
    if ties == "first" or math.isnan(values[first]):
        return [(first, gradient)]
    winners = [i for i, value in enumerate(values) if value == values[first]]
    share = gradient / len(winners) if ties == "split" else gradient
    return [(i, share) for i in winners]
