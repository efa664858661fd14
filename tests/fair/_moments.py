"""Ways to mean and variance, the other sums being a how's own."""

import math

import numpy as np
from _sums import over


def count(x, axis):
    """Return how many values there are along some axes."""
    return math.prod(x.shape[a] for a in np.atleast_1d(axis))


def welford(how, x, axis):
    """In one pass: each value moves the mean, and adds to the squares what it moved it by."""

    def stream(terms):
        mean, squares = np.zeros((2, *terms.shape[1:]), terms.dtype)
        for n, term in enumerate(terms, 1):
            off = term - mean
            mean = mean + off / n
            squares = squares + off * (term - mean)
        return np.stack([mean, squares / len(terms)])

    return _both(stream, x, axis)


def merged(how, x, axis):
    """Halves of halves, merged after Chan, Golub and LeVeque."""

    def merge(terms):
        if len(terms) == 1:
            return terms[0], np.zeros_like(terms[0])
        half = len(terms) // 2
        rest = len(terms) - half
        (mean, squares), (other, others) = merge(terms[:half]), merge(terms[half:])
        off = other - mean
        squares = squares + others + off**2 * (half * rest / len(terms))
        return mean + off * (rest / len(terms)), squares

    def tree(terms):
        mean, squares = merge(terms)
        return np.stack([mean, squares / len(terms)])

    return _both(tree, x, axis)


def shifted(how, x, axis):
    """In one pass, over the distances from the first value."""
    first = _first(x, axis)
    off = x - first
    mean = how.mean(off, axis)
    return first + mean, np.maximum(how.mean(off**2, axis) - mean**2, 0)


def corrected(how, x, axis):
    """In two passes, of which the second takes off what the first one's rounding left."""
    mean = how.mean(x, axis)
    off = x - mean
    return mean, how.mean(off**2, axis) - how.mean(off, axis) ** 2


def staged(how, flow, centred, root, axis):
    """Back through variance and mean, one node of the graph after the other."""
    dvar = how.total(flow * centred, axis, keepdims=True) * -0.5 / root**3
    dmean = how.total(-flow / root, axis, keepdims=True) - 2 * dvar * how.mean(centred, axis)
    return flow / root + 2 * dvar * centred / count(centred, axis) + dmean / count(centred, axis)


def condensed(how, flow, centred, root, axis):
    """All in one formula, multiplied by the count."""
    n = count(centred, axis)
    normalized = centred / root
    sums = how.total(flow, axis, keepdims=True) + normalized * how.total(flow * normalized, axis, keepdims=True)
    return 1 / (n * root) * (n * flow - sums)


def through_the_variance(how, flow, centred, root, axis):
    """With the variance in place of the normalized values, as cuDNN's sums are taken."""
    along = how.mean(flow * centred, axis) / root**2
    return (flow - how.mean(flow, axis) - centred * along) / root


def _both(way, x, axis):
    """Return mean and variance of a way that gives both for the first axis."""
    return tuple(over(lambda terms, i=i: way(terms)[i])(x, axis, keepdims=True) for i in range(2))


def _first(x, axis):
    """Return the first value along some axes, which are kept."""
    for a in np.atleast_1d(axis):
        x = np.take(x, [0], axis=a)
    return x
