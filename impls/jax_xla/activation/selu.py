"""The scaled exponential linear unit of JAX."""

import jax

from .._arrays import compiled, gradient, require

_forward = compiled(jax.nn.selu)
_backward = gradient(jax.nn.selu)


def selu(x):
    """jax.nn.selu."""
    return _forward(x)


def selu_backward(dy, x, *, at_zero="lambda_alpha"):
    """jax.nn.selu through jax.vjp, whose slope at 0 is that of the exponential."""
    require("at_zero", at_zero, "lambda_alpha")
    return _backward(dy, x)
