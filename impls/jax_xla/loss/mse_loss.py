"""The mean squared error of Optax."""

import jax.numpy as jnp
import optax

from .._arrays import compiled, loss_gradients, require
from ._reduced import reduced


def _loss(prediction, target, reduction):
    if reduction in ("mean", "sum"):
        return reduced(optax.squared_error(prediction, target), reduction)
    halves = optax.l2_loss(prediction, target)
    return jnp.sum(halves) if reduction == "half_sum" else jnp.mean(jnp.sum(halves, range(1, halves.ndim)))


_forward = compiled(_loss, "reduction")
_backward = loss_gradients(_loss, 1, "reduction")


def mse_loss(prediction, target, *, reduction="mean"):
    """optax.squared_error, and optax.l2_loss, which is half of it."""
    require("reduction", reduction, "mean", "sum", "half_sum", "half_mean")
    return _forward(prediction, target, reduction=reduction)


def mse_loss_backward(prediction, target, *, reduction="mean"):
    """optax.squared_error and optax.l2_loss through jax.grad."""
    require("reduction", reduction, "mean", "sum", "half_sum", "half_mean")
    return _backward(prediction, target, reduction=reduction)[0]
