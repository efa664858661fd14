"""The leaky rectified linear unit of JAX."""

import jax

from .._arrays import compiled, gradient, require

_forward = compiled(jax.nn.leaky_relu)
_backward = gradient(jax.nn.leaky_relu)


def leaky_relu(x, *, slope=0.01):
    """jax.nn.leaky_relu."""
    return _forward(x, negative_slope=slope)


def leaky_relu_backward(dy, x, *, slope=0.01, at_zero="one"):
    """jax.nn.leaky_relu through jax.vjp, whose slope at 0 is 1."""
    require("at_zero", at_zero, "one")
    return _backward(dy, x, negative_slope=slope)
