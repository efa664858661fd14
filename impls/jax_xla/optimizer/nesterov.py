"""Gradient descent with Nesterov's momentum with Optax."""

import optax

from .._arrays import require
from ._step import step


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_outside"):
    """optax.sgd with nesterov=True, or its two parts the other way round."""
    require("form", form, "lr_inside", "lr_outside")
    make = _inside if form == "lr_inside" else _outside
    return step(make, param, grad, dict(lr=lr, momentum=momentum), trace=velocity)


def _outside(lr, momentum):
    return optax.sgd(lr, momentum, nesterov=True)


def _inside(lr, momentum):
    return optax.chain(optax.scale_by_learning_rate(lr), optax.trace(momentum, nesterov=True))
