"""TensorFlow's kernel for one step of RMSProp."""

import numpy as np

from .._tensors import offer, tf
from ._step import step


def rmsprop(param, grad, mean_square, *, lr=0.001, rho=0.9, eps=1e-7, epsilon="inside"):
    """tf.raw_ops.ResourceApplyRMSProp without momentum."""
    offer("epsilon", epsilon, "inside")
    state = dict(var=param, ms=mean_square, mom=np.zeros_like(param))
    options = dict(lr=lr, rho=rho, momentum=0.0, epsilon=eps, grad=grad)
    return step(tf.raw_ops.ResourceApplyRMSProp, state, grad, options=options)[:2]
