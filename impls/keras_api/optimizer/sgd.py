"""keras.optimizers.SGD for one step."""

from .._tensors import keras
from ._step import step


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """Keras' own step; its decay is decoupled, which without momentum makes no difference."""
    return step(lambda: keras.optimizers.SGD(lr, weight_decay=weight_decay), param, grad)
