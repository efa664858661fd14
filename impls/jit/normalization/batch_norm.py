"""Batch normalization with numba."""

import numpy as np

from . import _kernels
from ._layout import averaging, check, check_gradient, check_values, layout, ready


def batch_norm(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel",
    momentum_of="old",
):  # fmt: skip
    """One channel at a time: read from memory once, passed over three times in the cache, written once."""
    n, length, size = layout(x, axes)
    check(length, eps, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    old, new, new_var = averaging(n * size, momentum, running, momentum_of)
    kind = x.dtype
    y, mean, var = np.empty(x.shape, kind), np.empty(length), np.empty(length)
    shape = (n, length) if size == 1 else (n, length, size)
    kernel = _kernels.train_columns if size == 1 else _kernels.train
    arrays = ready(x, kind).reshape(shape), ready(gamma, kind), ready(beta, kind)
    kernel(*arrays, float(eps), y.reshape(shape), mean, var)
    running_mean = (old * running_mean + new * mean).astype(kind)
    running_var = (old * running_var + new_var * var).astype(kind)
    return y, running_mean, running_var


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """One pass over memory, one line per channel."""
    n, length, size = layout(x, axes)
    check(length, eps, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    kind = x.dtype
    scale = (gamma / np.sqrt(running_var + np.float64(eps))).astype(kind)
    parameters = ready(running_mean, kind), scale, ready(beta, kind)
    y = np.empty(x.shape, kind)
    shape = (n, length) if size == 1 else (n, length, size)
    kernel = _kernels.lines_columns if size == 1 else _kernels.lines
    kernel(ready(x, kind).reshape(shape), *parameters, y.reshape(shape))
    return y


def batch_norm_backward(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """One channel at a time: both inputs are read from memory once, passed over three times in the cache."""
    n, length, size = layout(x, axes)
    check_gradient(dy, x)
    check(length, eps, gamma=gamma)
    check_values(n * size)
    kind = dy.dtype
    dx, dgamma, dbeta = np.empty(x.shape, kind), np.empty(length), np.empty(length)
    shape = (n, length) if size == 1 else (n, length, size)
    kernel = _kernels.backward_columns if size == 1 else _kernels.backward
    arrays = ready(dy, kind).reshape(shape), ready(x, kind).reshape(shape), ready(gamma, kind)
    kernel(*arrays, float(eps), dx.reshape(shape), dgamma, dbeta)
    return dx, dgamma.astype(kind), dbeta.astype(kind)
