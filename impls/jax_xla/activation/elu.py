"""The exponential linear unit of JAX."""

import jax

from .._arrays import compiled, gradient

_forward = compiled(jax.nn.elu)
_backward = gradient(jax.nn.elu)


def elu(x, *, alpha=1.0):
    """jax.nn.elu."""
    return _forward(x, alpha=alpha)


def elu_backward(dy, x, *, alpha=1.0):
    """jax.nn.elu through jax.vjp."""
    return _backward(dy, x, alpha=alpha)
