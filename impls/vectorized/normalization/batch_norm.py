"""Batch normalization with NumPy."""

import numpy as np

from ._layout import averaging, check, check_gradient, check_values, layout
from ._sums import dot, total


def batch_norm(
    x, gamma, beta, running_mean, running_var, *, momentum=0.9, eps=1e-5, running="biased", axes="channel",
    momentum_of="old",
):  # fmt: skip
    """Sums as matrix products, and one array for the centred values that becomes the result."""
    n, length, size = layout(x, axes)
    check(length, eps, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    old, new, new_var = averaging(n * size, momentum, running, momentum_of)
    y, mean, var = _centred(x.reshape(n, length, size))
    y *= _row(gamma / np.sqrt(var + eps), y)
    y += _row(beta, y)
    running_mean = (old * running_mean + new * mean).astype(x.dtype)
    running_var = (old * running_var + new_var * var).astype(x.dtype)
    return y.reshape(x.shape), running_mean, running_var


def batch_norm_inference(x, gamma, beta, running_mean, running_var, *, eps=1e-5, axes="channel"):
    """Three passes, the last two in place."""
    n, length, size = layout(x, axes)
    check(length, eps, gamma=gamma, beta=beta, running_mean=running_mean, running_var=running_var)
    flat = x.reshape(n, length, size)
    y = flat - _row(running_mean, flat)
    y *= _row(gamma / np.sqrt(running_var.astype(np.float64) + eps), y)
    y += _row(beta, y)
    return y.reshape(x.shape)


def batch_norm_backward(dy, x, gamma, *, eps=1e-5, axes="channel"):
    """Sums as matrix products, and one array for the centred values that becomes the gradient."""
    n, length, size = layout(x, axes)
    check_gradient(dy, x)
    check(length, eps, gamma=gamma)
    count = n * size
    check_values(count)
    dy = dy.reshape(n, length, size)
    centred, _, var = _centred(x.reshape(n, length, size))
    inverse = 1 / np.sqrt(var + eps)
    dbeta = total(dy)
    dgamma = dot(dy, centred) * inverse
    dx = centred
    dx *= _row(-inverse * dgamma / count, dy)
    dx += dy
    dx -= _row(dbeta / count, dy)
    dx *= _row(gamma * inverse, dy)
    return dx.reshape(x.shape), dgamma.astype(dy.dtype), dbeta.astype(dy.dtype)


def _centred(x):
    """x minus its mean, the mean and the variance; the statistics in double precision."""
    count = x.shape[0] * x.shape[2]
    mean = total(x) / count
    centred = x - _row(mean, x)
    return centred, mean, dot(centred, centred) / count


def _row(values, like):
    """One value per channel, to be broadcast against (N, C, M)."""
    return values.astype(like.dtype)[:, None]
