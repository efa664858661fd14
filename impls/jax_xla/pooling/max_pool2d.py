"""The max pooling of JAX."""

import jax
import numpy as np

from .._arrays import compiled, gradient, require
from ._windows import STATIC, windows


def _pooled(x, window, strides, padding):
    return jax.lax.reduce_window(x, -np.inf, jax.lax.max, window, strides, padding)


_forward = compiled(_pooled, *STATIC)
_backward = gradient(_pooled, *STATIC)


def max_pool2d(x, *, kernel, stride=None, padding=0):
    """jax.lax.reduce_window of jax.lax.max."""
    return _forward(x, **windows(kernel, stride, padding))


def max_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, ties="first"):
    """jax.lax.reduce_window of jax.lax.max through jax.vjp, which follows the first maximum."""
    require("ties", ties, "first")
    return _backward(dy, x, **windows(kernel, stride, padding))
