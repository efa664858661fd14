"""keras.optimizers.Adamax for one step."""

from .._tensors import keras, offer
from ._step import require_step
from ._step import step as make_step


def adamax(param, grad, m, u, *, step, lr=0.002, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="in_denominator"):
    """Keras' own step, resumed from the state given."""
    offer("epsilon", epsilon, "in_denominator")
    require_step(step)
    slots = dict(momentum=m, norm=u)
    return make_step(lambda: keras.optimizers.Adamax(lr, beta1, beta2, eps), param, grad, done=step - 1, **slots)
