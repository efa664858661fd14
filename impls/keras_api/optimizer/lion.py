"""keras.optimizers.Lion for one step."""

from .._tensors import keras
from ._step import step


def lion(param, grad, m, *, lr=1e-4, beta1=0.9, beta2=0.99, weight_decay=0.0):
    """Keras' own step, resumed from the average given."""
    return step(lambda: keras.optimizers.Lion(lr, beta1, beta2, weight_decay=weight_decay), param, grad, momentum=m)


def declines(*, primitive, beta1, **arguments):
    """Keras wants a memory."""
    return "Argument `beta_1` must be in the [0, 1] range, which is said of 0 too" if beta1 == 0 else None
