"""The average pooling of JAX."""

import math

import jax
import jax.numpy as jnp

from .._arrays import compiled, gradient, require
from ._windows import STATIC, windows


def _pooled(x, divisor, window, strides, padding):
    def total(images):
        return jax.lax.reduce_window(images, 0.0, jax.lax.add, window, strides, padding)

    return total(x) / (math.prod(window) if divisor == "window" else total(jnp.ones_like(x)))


_forward = compiled(_pooled, "divisor", *STATIC)
_backward = gradient(_pooled, "divisor", *STATIC)


def avg_pool2d(x, *, kernel, stride=None, padding=0, divisor="window"):
    """jax.lax.reduce_window of jax.lax.add, divided by the window's size or by the same of ones."""
    require("divisor", divisor, "window", "valid")
    return _forward(x, divisor=divisor, **windows(kernel, stride, padding))


def avg_pool2d_backward(dy, x, *, kernel, stride=None, padding=0, divisor="window"):
    """jax.lax.reduce_window of jax.lax.add through jax.vjp."""
    require("divisor", divisor, "window", "valid")
    return _backward(dy, x, divisor=divisor, **windows(kernel, stride, padding))
