"""The L2 penalty with Optax."""

import jax.numpy as jnp
import optax

from .._arrays import compiled, require


def _penalty(w, *, strength):
    return strength * jnp.sum(optax.l2_loss(w))


def _decay(w, *, strength):
    return optax.add_decayed_weights(strength).update(jnp.zeros_like(w), optax.EmptyState(), w)[0]


_forward = compiled(_penalty)
_backward = compiled(_decay)


def l2_penalty(w, *, strength, factor="half"):
    """optax.l2_loss, half the square."""
    require("factor", factor, "half")
    return _forward(w, strength=strength)


def l2_penalty_gradient(w, *, strength, factor="half"):
    """optax.add_decayed_weights, which adds the gradient of half the square."""
    require("factor", factor, "half")
    return _backward(w, strength=strength)
