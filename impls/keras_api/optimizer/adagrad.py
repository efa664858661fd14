"""keras.optimizers.Adagrad for one step."""

from .._tensors import keras, offer
from ._step import step


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="inside"):
    """Keras' own step, resumed from the sum given."""
    offer("epsilon", epsilon, "inside")
    return step(lambda: keras.optimizers.Adagrad(lr, epsilon=eps), param, grad, accumulator=accumulator)
