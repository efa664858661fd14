"""TensorFlow's kernel for one step of Adam."""

from .._tensors import offer, tf
from ._step import step as make_step


def adam(param, grad, m, v, *, step, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, epsilon="hat"):
    """tf.raw_ops.ResourceApplyAdam, which takes the powers of the betas instead of the step."""
    offer("epsilon", epsilon, "hat")
    options = dict(lr=lr, beta1=beta1, beta2=beta2, epsilon=eps, grad=grad)
    powers = dict(beta1_power=beta1**step, beta2_power=beta2**step)
    return make_step(tf.raw_ops.ResourceApplyAdam, dict(var=param, m=m, v=v), grad, options=options | powers)
