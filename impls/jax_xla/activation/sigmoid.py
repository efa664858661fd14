"""The logistic sigmoid of JAX."""

import jax

from .._arrays import compiled, gradient

_forward = compiled(jax.nn.sigmoid)
_backward = gradient(jax.nn.sigmoid)


def sigmoid(x):
    """jax.nn.sigmoid."""
    return _forward(x)


def sigmoid_backward(dy, x):
    """jax.nn.sigmoid through jax.vjp."""
    return _backward(dy, x)
