"""keras.optimizers.SGD with Nesterov's momentum for one step."""

from .._tensors import keras, offer
from ._step import step


def nesterov(param, grad, velocity, *, lr=0.01, momentum=0.9, form="lr_inside"):
    """Keras' own step, resumed from the velocity given."""
    offer("form", form, "lr_inside")
    return step(lambda: keras.optimizers.SGD(lr, momentum, nesterov=True), param, grad, momentum=velocity)


def declines(*, primitive, momentum, **arguments):
    """Keras keeps a velocity only where it needs one."""
    return "keras.optimizers.SGD keeps no velocity when momentum is 0" if momentum == 0 else None
