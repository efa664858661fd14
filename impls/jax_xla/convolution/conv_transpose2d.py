"""The transposed convolution of JAX."""

import jax
import numpy as np

from .._arrays import compiled, gradients
from ._geometry import LAYOUT, pair


def _layer(x, w, b, strides, padding):
    y = jax.lax.conv_transpose(x, w, strides, padding, dimension_numbers=LAYOUT, transpose_kernel=True)
    return y + b[:, None, None]


_forward = compiled(_layer, "strides", "padding")
_backward = gradients(_layer, 3, "strides", "padding")


def conv_transpose2d(x, w, b, *, stride=1, padding=0, output_padding=0):
    """jax.lax.conv_transpose with transpose_kernel=True, which makes it the adjoint of the convolution."""
    if b.shape != w.shape[1:2]:
        raise ValueError(f"b must have shape {w.shape[1:2]}, got {b.shape}")
    return _forward(x, w, b, **_options(w, stride, padding, output_padding))


def conv_transpose2d_backward(dy, x, w, *, stride=1, padding=0, output_padding=0):
    """jax.lax.conv_transpose through jax.vjp."""
    return _backward(dy, x, w, np.zeros(w.shape[1], w.dtype), **_options(w, stride, padding, output_padding))


def _options(w, stride, padding, output_padding):
    """The padding as JAX counts it: of the spread-out image that the turned kernel runs over."""
    ends = zip(w.shape[2:], pair(padding), pair(output_padding), strict=True)
    return {"strides": pair(stride), "padding": tuple((k - 1 - p, k - 1 - p + more) for k, p, more in ends)}
