"""TensorFlow's kernel for one step of Adadelta."""

from .._tensors import tf
from ._step import step


def adadelta(param, grad, mean_square, mean_square_delta, *, lr=1.0, rho=0.9, eps=1e-6):
    """tf.raw_ops.ResourceApplyAdadelta."""
    state = dict(var=param, accum=mean_square, accum_update=mean_square_delta)
    options = dict(lr=lr, rho=rho, epsilon=eps, grad=grad)
    return step(tf.raw_ops.ResourceApplyAdadelta, state, grad, options=options)
