"""AdaMax with Optax."""

import optax

from .._arrays import require
from ._step import step as one_step


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_maximum"):
    """optax.adamax."""
    require("epsilon", epsilon, "in_maximum")
    options = dict(learning_rate=lr, b1=beta1, b2=beta2, eps=eps)
    return one_step(optax.adamax, param, grad, options, count=step - 1, mu=m, nu=u)
