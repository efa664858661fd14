"""The L1 penalty with Optax."""

import optax

from .._arrays import compiled, loss_gradients


def _penalty(w, *, strength):
    return strength * optax.tree.norm(w, ord=1)


_forward = compiled(_penalty)
_backward = loss_gradients(_penalty, 1)


def l1_penalty(w, *, strength):
    """optax.tree.norm of order 1."""
    return _forward(w, strength=strength)


def l1_penalty_gradient(w, *, strength):
    """optax.tree.norm of order 1 through jax.grad."""
    return _backward(w, strength=strength)[0]
