"""The triplet loss of Optax."""

import jax.numpy as jnp
import optax

from .._arrays import compiled, loss_gradients, require
from ._reduced import require_same_shape


def _loss(anchor, positive, negative, *, margin):
    return jnp.mean(optax.losses.triplet_margin_loss(anchor, positive, negative, margin=margin, eps=0.0))


_forward = compiled(_loss)
_backward = loss_gradients(_loss, 3)


def triplet_loss(anchor, positive, negative, *, margin=0.2, distance="euclidean"):
    """optax.losses.triplet_margin_loss, without the 1e-6 that it adds under the root by default."""
    _require(anchor, positive, negative, distance)
    return _forward(anchor, positive, negative, margin=margin)


def triplet_loss_backward(anchor, positive, negative, *, margin=0.2, distance="euclidean"):
    """optax.losses.triplet_margin_loss through jax.grad."""
    _require(anchor, positive, negative, distance)
    return _backward(anchor, positive, negative, margin=margin)


def declines(*, primitive, anchor, positive, negative, **_):
    """Optax has its eps for the root of a distance of 0, which has no gradient without it."""
    collapsed = ((anchor == positive).all(-1) | (anchor == negative).all(-1)).any()
    if primitive == "triplet_loss_backward" and collapsed:
        return "triplet_margin_loss has no gradient at a distance of 0 unless its eps is above 0"
    return None


def _require(anchor, positive, negative, distance):
    require("distance", distance, "euclidean")
    require_same_shape(anchor=anchor, positive=positive, negative=negative)
