"""Adam with Optax."""

import optax

from .._arrays import require
from ._step import step as one_step


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="outside"):
    """optax.adam, whose eps is outside the root and whose eps_root is inside."""
    require("epsilon", epsilon, "outside", "inside")
    places = dict(eps=eps, eps_root=0.0) if epsilon == "outside" else dict(eps=0.0, eps_root=eps)
    options = dict(learning_rate=lr, b1=beta1, b2=beta2, **places)
    return one_step(optax.adam, param, grad, options, count=step - 1, mu=m, nu=v)
