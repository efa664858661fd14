"""The cross-entropy of softmax of Optax."""

import optax

from .._arrays import compiled, loss_gradients, require
from ._reduced import reduced


def _loss(logits, labels, *, reduction):
    return reduced(optax.softmax_cross_entropy_with_integer_labels(logits, labels), reduction)


_forward = compiled(_loss, "reduction")
_backward = loss_gradients(_loss, 1, "reduction")


def softmax_cross_entropy_loss(logits, labels, *, reduction="mean"):
    """optax.softmax_cross_entropy_with_integer_labels."""
    require("reduction", reduction, "mean", "sum")
    return _forward(logits, labels, reduction=reduction)


def softmax_cross_entropy_loss_backward(logits, labels, *, reduction="mean"):
    """optax.softmax_cross_entropy_with_integer_labels through jax.grad."""
    require("reduction", reduction, "mean", "sum")
    return _backward(logits, labels, reduction=reduction)[0]
