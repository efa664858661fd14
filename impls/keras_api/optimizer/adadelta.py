"""keras.optimizers.Adadelta for one step."""

from .._tensors import keras
from ._step import step


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """Keras' own step, resumed from the averages given."""
    slots = dict(accumulated_grad=mean_square, accumulated_delta_var=mean_square_delta)
    return step(lambda: keras.optimizers.Adadelta(lr, rho, eps), param, grad, **slots)
