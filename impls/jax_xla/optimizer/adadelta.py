"""Adadelta with Optax."""

import optax

from ._step import step


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """optax.adadelta."""
    options = dict(learning_rate=lr, rho=rho, eps=eps)
    return step(optax.adadelta, param, grad, options, e_g=mean_square, e_x=mean_square_delta)
