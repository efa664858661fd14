"""AdaGrad with Optax."""

import optax

from .._arrays import require
from ._step import step


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="inside"):
    """optax.adagrad."""
    require("epsilon", epsilon, "inside")
    return step(optax.adagrad, param, grad, dict(learning_rate=lr, eps=eps), sum_of_squares=accumulator)
