"""The Gaussian error linear unit of JAX."""

import jax

from .._arrays import compiled, gradient

_forward = compiled(jax.nn.gelu, "approximate")
_backward = gradient(jax.nn.gelu, "approximate")
APPROXIMATE = {"exact": False, "tanh": True}


def gelu(x, *, form="tanh"):
    """jax.nn.gelu, which offers both forms."""
    return _forward(x, approximate=APPROXIMATE[form])


def gelu_backward(dy, x, *, form="tanh"):
    """jax.nn.gelu through jax.vjp."""
    return _backward(dy, x, approximate=APPROXIMATE[form])
