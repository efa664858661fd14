"""TensorFlow's kernel for one step of gradient descent."""

from .._tensors import tf
from ._step import step


def sgd(param, grad, *, lr=0.01, weight_decay=0.0):
    """tf.raw_ops.ResourceApplyGradientDescent."""
    if weight_decay != 0:
        raise ValueError("weight_decay must be 0: ResourceApplyGradientDescent has none")
    return step(tf.raw_ops.ResourceApplyGradientDescent, dict(var=param), grad, options=dict(alpha=lr, delta=grad))[0]


def declines(*, primitive, weight_decay, **arguments):
    """TensorFlow's kernel has no weight decay."""
    return "ResourceApplyGradientDescent has no weight decay" if weight_decay != 0 else None
