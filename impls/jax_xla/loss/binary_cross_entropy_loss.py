"""The cross-entropy of yes-or-no answers of Optax."""

import optax

from .._arrays import compiled, loss_gradients, require
from ._reduced import reduced, require_same_shape


def _loss(logits, target, *, reduction):
    return reduced(optax.sigmoid_binary_cross_entropy(logits, target), reduction)


_forward = compiled(_loss, "reduction")
_backward = loss_gradients(_loss, 1, "reduction")


def binary_cross_entropy_loss(logits, target, *, reduction="mean"):
    """optax.sigmoid_binary_cross_entropy."""
    require("reduction", reduction, "mean", "sum")
    require_same_shape(logits=logits, target=target)
    return _forward(logits, target, reduction=reduction)


def binary_cross_entropy_loss_backward(logits, target, *, reduction="mean"):
    """optax.sigmoid_binary_cross_entropy through jax.grad."""
    require("reduction", reduction, "mean", "sum")
    require_same_shape(logits=logits, target=target)
    return _backward(logits, target, reduction=reduction)[0]
