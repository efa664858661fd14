"""Ways of adding up: each adds the first axis of an array in the array's own precision, unless it says otherwise."""

import math

import numpy as np


def over(way):
    """Make of a way of adding up the first axis a function that is called like NumPy's sum."""

    def total(x, axis=None, keepdims=False):
        axes = tuple(range(x.ndim)) if axis is None else tuple(int(a) % x.ndim for a in np.atleast_1d(axis))
        terms = np.moveaxis(x, axes, range(len(axes)))
        count = math.prod(terms.shape[: len(axes)])
        result = way(terms.reshape(count, *terms.shape[len(axes) :]))
        return np.expand_dims(result, axes) if keepdims else result

    return total


def running(terms):
    """Add one term after the other."""
    total = np.zeros(terms.shape[1:], terms.dtype)[()]
    for term in terms:
        total = total + term
    return total


def backwards(terms):
    """Add one term after the other, from the last to the first."""
    return running(terms[::-1])


def pairwise(terms):
    """Add the sums of both halves."""
    if len(terms) < 2:
        return running(terms)
    half = len(terms) // 2
    return pairwise(terms[:half]) + pairwise(terms[half:])


def lanes(terms, width=8):
    """Let each of eight lanes add every eighth term, then add the lanes, as vector units do."""
    whole = len(terms) // width * width
    sums = running(terms[:whole].reshape(len(terms) // width, width, *terms.shape[1:]))
    return running(np.concatenate([sums, terms[whole:]]))


def blocks(terms, length=16):
    """Add blocks of sixteen, then their sums."""
    return running(np.stack([running(terms[i : i + length]) for i in range(0, max(len(terms), 1), length)]))


def ascending(terms):
    """Add the smallest terms first."""
    return running(np.take_along_axis(terms, np.argsort(np.abs(terms), axis=0), axis=0))


def kahan(terms):
    """Carry along what each addition lost, and add it to the next term."""
    total, lost = running(terms[:0]), running(terms[:0])
    for term in terms:
        mended = term - lost
        new = total + mended
        lost, total = (new - total) - mended, new
    return _or_as_it_is(total, terms)


def neumaier(terms):
    """Carry along what each addition lost, from whichever was smaller, and add it at the end."""
    total, lost = running(terms[:0]), running(terms[:0])
    for term in terms:
        new = total + term
        lost = lost + np.where(np.abs(total) >= np.abs(term), (total - new) + term, (term - new) + total)
        total = new
    return _or_as_it_is(total + lost, terms)


def exact(terms):
    """Round once, at the very end."""
    columns = terms.reshape(len(terms), math.prod(terms.shape[1:])).T.astype(np.float64)
    return np.array([_fsum(column) for column in columns.tolist()], terms.dtype).reshape(terms.shape[1:])[()]


def _fsum(values):
    try:
        return math.fsum(values)
    except (ValueError, OverflowError):
        return sum(values)


def _or_as_it_is(total, terms):
    """Keep an infinite sum infinite, of which nothing can be lost."""
    return np.where(np.isfinite(total), total, running(terms)).astype(terms.dtype)[()]
