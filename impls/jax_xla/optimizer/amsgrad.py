"""AMSGrad with Optax."""

import optax

from .._arrays import require
from ._step import step as one_step


def amsgrad(param, grad, m, v, v_max, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, maximum_of="corrected"):
    """optax.amsgrad, which keeps the maximum of the corrected averages."""
    require("maximum_of", maximum_of, "corrected")
    options = dict(learning_rate=lr, b1=beta1, b2=beta2, eps=eps)
    return one_step(optax.amsgrad, param, grad, options, count=step - 1, mu=m, nu=v, nu_max=v_max)
