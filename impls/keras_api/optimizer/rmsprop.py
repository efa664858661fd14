"""keras.optimizers.RMSprop for one step."""

from .._tensors import keras, offer
from ._step import step


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="inside"):
    """Keras' own step, resumed from the average given."""
    offer("epsilon", epsilon, "inside")
    return step(lambda: keras.optimizers.RMSprop(lr, rho, epsilon=eps), param, grad, velocity=mean_square)
