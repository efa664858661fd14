"""Gradient descent with momentum with Optax."""

import optax

from .._arrays import require
from ._step import step


def momentum(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_outside"):
    """optax.sgd, or its two parts the other way round, or optax.ema in place of its optax.trace."""
    require("form", form, "lr_inside", "lr_outside", "average")
    options = dict(lr=lr, momentum=momentum)
    if form == "average":
        return step(_average, param, grad, options, ema=velocity)
    return step(_inside if form == "lr_inside" else _outside, param, grad, options, trace=velocity)


def _outside(lr, momentum):
    return optax.sgd(lr, momentum)


def _inside(lr, momentum):
    return optax.chain(optax.scale_by_learning_rate(lr), optax.trace(momentum))


def _average(lr, momentum):
    return optax.chain(optax.ema(momentum, debias=False), optax.scale_by_learning_rate(lr))
