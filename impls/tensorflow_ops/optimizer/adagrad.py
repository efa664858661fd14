"""TensorFlow's kernel for one step of AdaGrad."""

from .._tensors import offer, tf
from ._step import step


def adagrad(param, grad, accumulator, *, lr=0.01, eps=1e-7, epsilon="outside"):
    """tf.raw_ops.ResourceApplyAdagradV2."""
    offer("epsilon", epsilon, "outside")
    options = dict(lr=lr, epsilon=eps, grad=grad)
    return step(tf.raw_ops.ResourceApplyAdagradV2, dict(var=param, accum=accumulator), grad, options=options)
