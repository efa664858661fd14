"""keras.optimizers.Adam for one step."""

from .._tensors import keras, offer
from ._step import require_step
from ._step import step as make_step


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="hat"):
    """Keras' own step, resumed from the state given."""
    offer("epsilon", epsilon, "hat")
    require_step(step)
    slots = dict(momentum=m, velocity=v)
    return make_step(lambda: keras.optimizers.Adam(lr, beta1, beta2, eps), param, grad, done=step - 1, **slots)
