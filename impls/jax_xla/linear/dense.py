"""The dense layer of JAX."""

import jax.numpy as jnp
import numpy as np

from .._arrays import compiled, gradients, require


def _layer(x, w, b):
    return jnp.dot(x, w) + b


_forward = compiled(_layer)
_backward = gradients(_layer, 3)


def dense(x, w, b):
    """jax.numpy.dot."""
    _require(x, w, b)
    return _forward(x, w, b)


def dense_backward(dy, x, w, *, batch="sum"):
    """jax.numpy.dot through jax.vjp, which sums over the rows."""
    require("batch", batch, "sum")
    b = np.zeros(w.shape[1:], w.dtype)
    _require(x, w, b)
    return _backward(dy, x, w, b)


def _require(x, w, b):
    if x.ndim != 2 or w.ndim != 2 or b.shape != w.shape[1:]:
        raise ValueError(f"x must be (N, D), w (D, M) and b (M,), got {x.shape}, {w.shape} and {b.shape}")
