"""The logarithm of softmax of JAX."""

import jax

from .._arrays import compiled, gradient

_forward = compiled(jax.nn.log_softmax, "axis")
_backward = gradient(jax.nn.log_softmax, "axis")


def log_softmax(x, *, axis=-1):
    """jax.nn.log_softmax."""
    return _forward(x, axis=axis)


def log_softmax_backward(dy, x, *, axis=-1):
    """jax.nn.log_softmax through jax.vjp."""
    return _backward(dy, x, axis=axis)
