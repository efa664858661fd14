"""The softplus of JAX."""

import jax

from .._arrays import compiled, gradient

_forward = compiled(jax.nn.softplus)
_backward = gradient(jax.nn.softplus)


def softplus(x):
    """jax.nn.softplus."""
    return _forward(x)


def softplus_backward(dy, x):
    """jax.nn.softplus through jax.vjp."""
    return _backward(dy, x)
