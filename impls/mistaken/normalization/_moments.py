"""The right steps of layer, group and instance normalization, for mistakes to leave one out or get one wrong."""

import numpy as np

from ._steps import average, moments


def standardize(x, axis, eps):
    """Subtract the mean over some axes and divide by the root of the variance plus ε; the root as well."""
    mean, var = moments(x, axis)
    root = np.sqrt(var + eps)
    return (x - mean) / root, root


def unbiased(x, axis):
    """Mean, and the variance divided by n − 1."""
    mean, var = moments(x, axis)
    count = int(np.prod([x.shape[i] for i in axis]))
    return mean, var * count / max(count - 1, 1)


def through(flow, normalized, root, axis, *, mean=1, projection=1):
    """The gradient of x from that of the normalized x, its two last terms each with a factor of its own."""
    last = normalized * average(flow * normalized, axis)
    return (flow - mean * average(flow, axis) - projection * last) / root


def grouped(x, groups):
    """x with one group along its last axis."""
    return np.reshape(x, (x.shape[0], groups, x[0].size // groups if x.shape[0] else 1))
