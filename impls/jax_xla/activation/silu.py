"""The sigmoid-weighted linear unit of JAX."""

import jax

from .._arrays import compiled, gradient

_forward = compiled(jax.nn.silu)
_backward = gradient(jax.nn.silu)


def silu(x):
    """jax.nn.silu."""
    return _forward(x)


def silu_backward(dy, x):
    """jax.nn.silu through jax.vjp."""
    return _backward(dy, x)
