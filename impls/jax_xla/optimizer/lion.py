"""Lion with Optax."""

import optax

from ._step import step


def lion(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """optax.lion."""
    options = dict(learning_rate=lr, b1=beta1, b2=beta2, weight_decay=weight_decay)
    return step(optax.lion, param, grad, options, mu=m)
