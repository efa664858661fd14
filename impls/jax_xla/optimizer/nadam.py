"""Nadam with Optax."""

import optax

from .._arrays import require
from ._step import step as one_step


def nadam(
    param,
    grad,
    m,
    v,
    *,
    step,
    lr=0.001,
    beta1=0.9,
    beta2=0.999,
    eps=1e-8,
    schedule="constant",
    lookahead="dozat",
):
    """optax.nadam, whose momentum has no schedule."""
    require("schedule", schedule, "constant")
    require("lookahead", lookahead, "dozat")
    options = dict(learning_rate=lr, b1=beta1, b2=beta2, eps=eps)
    return one_step(optax.nadam, param, grad, options, count=step - 1, mu=m, nu=v)
