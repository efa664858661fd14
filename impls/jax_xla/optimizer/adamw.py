"""AdamW with Optax."""

import optax

from .._arrays import require
from ._step import step as one_step


def adamw(
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
    weight_decay=0.01,
    decay="lr_scaled",
):
    """optax.adamw."""
    require("decay", decay, "lr_scaled")
    options = dict(learning_rate=lr, b1=beta1, b2=beta2, eps=eps, weight_decay=weight_decay)
    return one_step(optax.adamw, param, grad, options, count=step - 1, mu=m, nu=v)
