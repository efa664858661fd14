"""RMSProp with Optax."""

import functools

import optax

from ._step import step

RMSPROP = {
    "inside": functools.partial(optax.rmsprop, eps_in_sqrt=True),
    "outside": functools.partial(optax.rmsprop, eps_in_sqrt=False),
}


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="inside"):
    """optax.rmsprop, which offers both places of ε by its eps_in_sqrt."""
    return step(RMSPROP[epsilon], param, grad, dict(learning_rate=lr, decay=rho, eps=eps), nu=mean_square)
