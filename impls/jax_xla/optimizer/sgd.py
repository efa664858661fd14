"""Gradient descent with Optax."""

import optax

from ._step import step


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """optax.sgd after optax.add_decayed_weights."""
    return step(_optimizer, param, grad, dict(lr=lr, weight_decay=weight_decay))


def _optimizer(lr, weight_decay):
    return optax.chain(optax.add_decayed_weights(weight_decay), optax.sgd(lr))
