"""The content loss, which is Optax's loss of one feature map against another."""

import jax.numpy as jnp
import optax

from .._arrays import compiled, loss_gradients, require


def _loss(generated, content, scale):
    if scale == "half":
        return jnp.sum(optax.l2_loss(generated, content))
    return jnp.mean(optax.squared_error(generated, content))


_forward = compiled(_loss, "scale")
_backward = loss_gradients(_loss, 1, "scale")


def content_loss(content, generated, *, scale="half"):
    """optax.l2_loss or optax.squared_error."""
    require("scale", scale, "half", "mean")
    return _forward(generated, content, scale=scale)


def content_loss_backward(content, generated, *, scale="half"):
    """optax.l2_loss or optax.squared_error through jax.grad."""
    require("scale", scale, "half", "mean")
    return _backward(generated, content, scale=scale)[0]
