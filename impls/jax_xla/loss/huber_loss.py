"""The Huber loss of Optax."""

import optax

from .._arrays import compiled, loss_gradients, require
from ._reduced import reduced, require_same_shape


def _loss(prediction, target, *, delta, reduction):
    return reduced(optax.huber_loss(prediction, target, delta=delta), reduction)


_forward = compiled(_loss, "reduction")
_backward = loss_gradients(_loss, 1, "reduction")


def huber_loss(prediction, target, *, delta=1.0, reduction="mean"):
    """optax.huber_loss."""
    require("reduction", reduction, "mean", "sum")
    require_same_shape(prediction=prediction, target=target)
    return _forward(prediction, target, delta=delta, reduction=reduction)


def huber_loss_backward(prediction, target, *, delta=1.0, reduction="mean"):
    """optax.huber_loss through jax.grad."""
    require("reduction", reduction, "mean", "sum")
    require_same_shape(prediction=prediction, target=target)
    return _backward(prediction, target, delta=delta, reduction=reduction)[0]
