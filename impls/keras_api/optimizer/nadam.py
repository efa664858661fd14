"""keras.optimizers.Nadam for one step."""

import math

from .._tensors import keras, offer
from ._step import require_step
from ._step import step as make_step


def nadam(
    param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, schedule="fast", lookahead="dozat"
):  # fmt: skip
    """Keras' own step, resumed from the state given."""
    offer("schedule", schedule, "fast")
    offer("lookahead", lookahead, "dozat")
    require_step(step)
    # Keras keeps the product of the momenta so far, which a saved m and v do not tell; rebuild it.
    product = math.prod(beta1 * (1 - 0.5 * 0.96**t) for t in range(1, step))
    return make_step(
        lambda: keras.optimizers.Nadam(lr, beta1, beta2, eps), param, grad, done=step - 1,
        prepare=lambda optimizer: optimizer._u_product.assign(product), momentum=m, velocity=v,
    )  # fmt: skip
